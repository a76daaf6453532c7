/** A number as it is written; NaN when it is none, and "other mark" when the file writes its decimals with the other mark. */
export type NumberReader = (written: string) => number | "other mark";

const WHOLE = /^-?\d+$/;
const COMMA = /^-?(\d+|\d{1,3}(\.\d{3})+),\d+$/;
const POINT = /^-?(\d+|\d{1,3}(,\d{3})+)\.\d+$/;
/** "2.589": thousands where the file writes a decimal comma, and a number below three where it writes a point. */
const EITHER = /^-?\d{1,3}(\.\d{3})+$/;

/**
 * Reads the numbers of one file, which writes its decimals with a comma or with a point. The first number that can be only
 * one of the two settles it; "2.589" before that settles it for the comma, because averages with three decimals are not published.
 */
export function numberReader(): NumberReader {
  let mark: "," | "." | null = null;
  const settled = (as: "," | ".", value: string) => {
    mark ??= as;
    return mark === as ? Number(value) : "other mark";
  };
  return (written) => {
    const text = written.trim();
    if (WHOLE.test(text)) return Number(text);
    if (EITHER.test(text) && mark !== ".") return settled(",", text.replaceAll(".", ""));
    if (COMMA.test(text)) return settled(",", text.replaceAll(".", "").replace(",", "."));
    if (POINT.test(text)) return settled(".", text.replaceAll(",", ""));
    return Number.NaN;
  };
}
