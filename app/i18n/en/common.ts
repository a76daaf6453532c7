import type { common as nl } from "../nl/common.ts";
import type { Translation } from "../translation.ts";

export const common: Translation<typeof nl> = {
  backTo: { map: "Back to the map", home: "Back to My home", profile: "Back to the neighbourhood profile", neighbourhood: "Back to the neighbourhood" },
  demo: "Example: this place and its people are made up.",
  demoLabel: "About this example",
  nav: {
    notices: "Messages",
    unread_one: "{{count}} new message",
    unread_other: "{{count}} new messages",
    main: "Main menu",
    skip: "Skip to content",
    map: "Map",
    questions: "Questions",
    neighbourhood: "Together",
    home: "My home",
    more: "More",
    moderation: "Moderation",
    toMe: "Requests",
    logIn: "Log in",
  },
  form: {
    optional: "optional",
    checkThis: "Please check this",
    step: "Step {{step}} of {{of}}",
    save: "Save",
    print: "Print",
  },
  audience: {
    household: "Only my household",
    building: "My building",
    street: "My street",
    neighbourhood: "My neighbourhood",
  },
  problem: {
    missingTitle: "This page does not exist",
    missingText: "The address may be wrong, this may have been removed, or it is not shared with you.",
    brokenTitle: "Something went wrong on our side",
    brokenText: "It is not your fault. Please try again in a few minutes. What you saved before is still there.",
    refusedTitle: "We could not process this",
    refusedText: "What you sent was too much or not complete. Go back and try it with less, or start again.",
    home: "To the start",
  },
};
