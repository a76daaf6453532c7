import type { ReadPage } from "./read-pdf.ts";

/** The code on a sheet. */
export function codeOn({ text }: ReadPage): string {
  const [, first, second] = /\b([A-Z0-9]{4})-\s?([A-Z0-9]{4})\b/.exec(text) ?? [];
  if (!first) throw new Error("there is no code on the letter");
  return `${first}-${second}`;
}
