/** By which a row finds its sign-up; the supplier got it in the export. */
export const referenceColumn = "kenmerk";

/** The columns of a file with offers; the names are those of its first line, in any order. What is optional may be left out or empty. */
export const offerColumns = [
  { name: referenceColumn, needed: true },
  { name: "prijs_met_btw", needed: true },
  { name: "waarvan_btw", needed: true },
  { name: "extra_met_btw", needed: false },
  { name: "extra_waarvan_btw", needed: false },
  { name: "extra_wat", needed: false },
  { name: "subsidie", needed: false },
  { name: "besparing_van", needed: false },
  { name: "besparing_tot", needed: false },
  { name: "geldig_tot", needed: true },
  { name: "opmerking", needed: false },
] as const;
export type OfferColumn = (typeof offerColumns)[number]["name"];
