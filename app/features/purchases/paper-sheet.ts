/** A part of a sheet: what is set, in this order, and nothing of what is not. */
export type SheetPart = {
  title?: string;
  text?: string[];
  facts?: { name: string; value: string[] }[];
  list?: string[];
  /** Questions with boxes to tick. */
  ticks?: { question?: string; boxes: string[] }[];
  /** What somebody writes on a line. */
  lines?: string[];
  /** Small print. */
  small?: { title: string; text: string }[];
  /** The date and the signature. */
  sign?: { date: string; signature: string };
};

/** What is printed, in words: one or two sheets of A4, in the language of who reads it. */
export type Sheets = { lang: string; sheets: { heading: string; number: string | null; count: string; parts: SheetPart[]; footer: string }[] };
