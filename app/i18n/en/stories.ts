import type { stories as nl } from "../nl/stories.ts";
import type { Translation } from "../translation.ts";

export const stories: Translation<typeof nl> = {
  agenda: {
    title: "Neighbourhood agenda",
    text: "What neighbours and moderators tell beside the figures. Only what is shared with you.",
    jump: "To the neighbourhood agenda: what neighbours tell beside the figures",
    tell: "Tell something beside a figure",
    moderator: "{{name}}, moderator",
    noneTitle: "Figures don't say everything",
    none: "Why does the use of gas go down here? What was the street like before? Who lives here knows. Tell it beside a figure, and your neighbours read it here.",
    older: "These are the newest. Older ones are no longer in the list.",
  },
  beside: {
    more_one: "{{count}} more story",
    more_other: "{{count}} more stories",
    tell: "Tell something about this",
  },
  form: {
    newTitle: "What would you like to tell?",
    newIntro: "You choose who reads it. They see your story in the neighbourhood profile, under the figure that you choose.",
    changeTitle: "Change your story",
    back: "Back to the neighbourhood profile",
    indicator: "Which figure does it belong to?",
    indicatorHint: "It is a figure of the whole neighbourhood, not of your home.",
    choose: "Choose a figure",
    title: "What is it about?",
    titleHint: "In a few words. For instance: Our block left gas together.",
    body: "Tell it",
    bodyHint: "Tell about the neighbourhood or about yourself. Don't write names, house numbers or phone numbers of other people.",
    asName: "This is how you are named: {{name}}. You choose another name under Settings.",
    saveChanges: "Save changes",
  },
  detail: {
    of: "Story of {{name}}, beside: {{indicator}}",
    own: "Story of your household, beside: {{indicator}}",
    change: "Change your story",
    back: "Back to the neighbourhood agenda",
    see: "See it beside the figures",
  },
  errors: {
    indicator: "Choose which figure your story belongs to.",
    title: "Say in at least 3 letters what it is about.",
    body: "Write down what you want to tell.",
    long: "This is too long: use at most {{most}} characters.",
    audience: "Choose who may see this.",
  },
};
