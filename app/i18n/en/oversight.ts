import type { oversight as nl } from "../nl/oversight.ts";
import type { Translation } from "../translation.ts";

export const oversight: Translation<typeof nl> = {
  rules: {
    title: "House rules",
    intro: "This is how neighbours treat each other here. Is something not right? With everything that neighbours share is a button to report it.",
    version: "Version {{version}}, holds since {{date}}",
    howTitle: "When somebody reports something",
    how1: "A moderator of the neighbourhood looks. A person does that, nothing is hidden automatically.",
    how2: "If something is hidden, its household reads which rule it is, what is wrong, for how long, and how to object.",
    how3: "Who reported it gets the outcome. The household is not told who that was.",
    how4: "You can object once, until six months after the decision. Another moderator decides.",
    how5: "A moderator never decides about their own household, about what they reported, or about neighbours of their own street.",
    logLink: "See how often something was decided",
  },
  log: {
    title: "Oversight",
    intro: "How often moderators decided something, on the whole platform. Without names, without content and without neighbourhoods.",
    none: "No whole quarter is over yet",
    noneText: "After each quarter its numbers are added here.",
    quarter: "Quarter {{number}} of {{year}}",
    few: "Fewer than 10",
    fewText: "Fewer than 10 decisions were taken in this quarter. Then we show no numbers, so that nobody can be recognised.",
    decisions: "Decisions on reports",
    perCategory: "Of which reported because",
    median: "Time until the decision",
    medianNote: "Half went faster, half slower.",
    hours_one: "{{count}} hour",
    hours_other: "{{count}} hours",
    days_one: "{{count}} day",
    days_other: "{{count}} days",
    overturned: "Reversed after an objection",
    percent: "{{count}} per cent",
    howTitle: "How we count",
    how: "A report counts in the quarter in which it was decided. What people had erased doesn't count any more.",
    rulesLink: "Read the house rules",
  },
};
