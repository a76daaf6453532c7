import type { announcements as nl } from "../../nl/moderation/announcements.ts";
import type { Translation } from "../../translation.ts";

export const announcements: Translation<typeof nl> = {
  announcements: {
    title: "Announcements",
    intro: "Short messages to a whole neighbourhood. They are on the page Neighbourhood.",
    new: "Write an announcement",
    none: "There is no announcement yet",
    noneText: "Tell for example when the next meeting is, or what came of a question.",
    by: "{{name}} to {{neighbourhood}}, {{date}}",
    takenBack: "taken away on {{date}}",
    takeBack: "Take away",
    published: "The announcement is on the page Neighbourhood.",
    withdrawn: "The announcement is gone.",
  },
  announcement: {
    title: "Write an announcement",
    intro: "Everybody in the neighbourhood can read this. Don't name neighbours without their yes.",
    back: "Back to announcements",
    neighbourhood: "For which neighbourhood?",
    shownName: "On behalf of whom?",
    shownNameHint: "Residents see this name, for example that of the cooperative.",
    subject: "Heading",
    body: "Text",
    bodyHint: "Short sentences. An empty line begins a new paragraph.",
    preview: "See what it looks like",
    previewTitle: "Residents see it like this",
    publish: "Put on the page Neighbourhood",
    change: "Change something",
    neighbourhoodMissing: "Choose a neighbourhood.",
    shownNameWrong: "A name has 2 to 80 characters.",
    subjectWrong: "A heading has 3 to 120 characters.",
    bodyWrong: "A text has 1 to 4000 characters.",
  },
  withdrawal: {
    what: "This announcement",
    title: "Take away this announcement?",
    intro: "Residents then don't see the announcement any more. It can't be put back, but you can write it again.",
    submit: "Take away",
    keep: "Leave it",
  },
};
