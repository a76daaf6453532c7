import type { InventoryLine } from "./inventory-line.ts";

/** Published figures, and what municipalities say to neighbourhoods. */
export const inventoryOfFigures = {
  figurePreparation: { personal: false, what: "Figures of a neighbourhood or district as they will be published, with noise, by quarter" },
  figureWaiting: { personal: false, what: "Counts of a neighbourhood that is too small by itself, until its district is prepared or the quarter is over" },
  figureBudget: {
    personal: true,
    what: "How much a home gave away in published figures, by year, and whether its involvement changed since",
    whose: "a home, under a keyed hash",
    purpose: "not being in more figures than was promised, also after leaving and joining again",
    kept: "until the end of the year after it; leaving and erasing change nothing, or the promise could be walked around",
    inOwnExport: "it has a keyed hash of home and year only; of the figures themselves nobody can tell what a home put into them",
  },
  figureEvent: {
    personal: true,
    what: "Who prepared, cancelled and published figures",
    whose: "a moderator",
    purpose: "two people for every release, and a log that residents read without a name",
    kept: "5 years; when the moderator is erased a random id stays",
    inOwnExport: true,
  },
  publishedRelease: { personal: false, what: "Published figures: which area and quarter, their number and dates" },
  publishedFigure: { personal: false, what: "Published figures: the cells, with noise" },
  figurePublicity: {
    personal: true,
    what: "Which moderator and which official agreed that everybody may read the figures of a neighbourhood",
    whose: "a moderator or an official",
    purpose: "showing figures to everybody only while both sides agree",
    kept: "for good; when they are erased a random id stays",
    inOwnExport: true,
  },
  municipalPost: {
    personal: true,
    what: "Answers and promises of a municipality to a neighbourhood, which official wrote them, and which withdrew them and why",
    whose: "an official",
    purpose: "a municipality that can be held to what it promised",
    kept: "for good; the text until it is withdrawn because there is something of somebody in it; when the official is erased a random id stays",
    inOwnExport: true,
  },
  promiseReport: {
    personal: true,
    what: "What came of promises of a municipality, and which official wrote it",
    whose: "an official",
    purpose: "a municipality that can be held to what it promised",
    kept: "for good; what was written as long as the text of its promise; when the official is erased a random id stays",
    inOwnExport: true,
  },
} satisfies Record<string, InventoryLine>;
