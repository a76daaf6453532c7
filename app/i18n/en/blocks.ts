import type { blocks as nl } from "../nl/blocks.ts";
import type { Translation } from "../translation.ts";

export const blocks: Translation<typeof nl> = {
  somebody: "somebody from {{street}}",
  done: "Blocked. Neither of you sees what the other shares.",
  undo: "Undo",
  undone: "No longer blocked. You see again what the other shares with you.",
  tooMany: "You already block {{most}} neighbours. That is the most. Take one off this list first.",
  question: {
    title: "Block {{name}}?",
    intro: "Then you don't come across each other on Buurhof any more. You can always undo this.",
    back: "Back",
    does: "What happens",
    youDontSee: "You no longer see anything this household shares, not on the map either.",
    theyDontSee: "They no longer see anything you share, and can't join your wishes.",
    joins: "If you both join a wish, you don't see each other there.",
    threads: "If the two of you have a conversation, neither of you sees it any more.",
    doesNot: "Good to know",
    notTold: "They get no message. To them it looks as if you took something back.",
    others: "Other neighbours notice nothing.",
    housemates: "It is for you alone. Your housemates don't know of it, and these neighbours still see what they share.",
    whole: "It is for everybody in that household. You don't get to see who they are or where they live.",
    moderators: "A moderator can still look at something that was reported.",
    confirm: "Block this neighbour",
    keep: "Rather not",
    reportFirst: "Is something wrong or hurtful? Then report it first: afterwards you no longer see it.",
    report: "Report this",
  },
  list: {
    title: "Blocks",
    intro: "Whom you don't want to come across any more. Only you see this list.",
    back: "Back to settings",
    since: "Blocked on {{date}}",
    end: "Stop blocking",
    none: "You block nobody",
    noneText: "With everything neighbours share there is “Block this neighbour”.",
  },
};
