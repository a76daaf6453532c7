import { type Quarter, yearOf } from "./book.ts";
import { figureTables, type FigureTopic } from "./tables.ts";

/**
 * What a release is about, by the quarter of the year. A home counts in six cells at most: with everything in every release most
 * homes have more than six answers, and numbers are a quarter too low. By turns nearly everything fits (docs/figures.md).
 */
const turns = {
  1: ["taking_part", "reach", "involvement", "conversion"],
  2: ["taking_part", "insulation"],
  3: ["taking_part", "installations"],
  4: ["taking_part", "wishes", "purchases"],
} as const satisfies Record<1 | 2 | 3 | 4, readonly FigureTopic[]>;

/** What the release of a quarter is about. @throws RangeError for another way of writing a quarter */
export function topicsOf(quarter: Quarter): readonly FigureTopic[] {
  yearOf(quarter);
  return turns[Number(quarter.at(-1)) as 1 | 2 | 3 | 4];
}

/** The tables of the release of a quarter. */
export function tablesOf(quarter: Quarter) {
  return topicsOf(quarter).map((topic) => figureTables[topic]);
}
