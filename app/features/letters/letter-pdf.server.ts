import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Locale } from "../../../db/schema/auth.ts";

/** A document to draw letters in; what is ready of it can be taken out while more is drawn. */
export type LetterPdf = {
  doc: PDFKit.PDFDocument;
  /** The bytes since the last time. */
  take: () => Promise<Buffer>;
  /** Ends the document. @returns its last bytes */
  end: () => Promise<Buffer>;
};

const { resolve } = createRequire(import.meta.url);
const fonts = {
  text: resolve("@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff"),
  bold: resolve("@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff"),
  heading: resolve("@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff"),
};
export type LetterFont = keyof typeof fonts;

/** Points (1/72 inch) in so many millimetres. */
export const mm = (millimetres: number) => (millimetres * 72) / 25.4;

/**
 * A tagged PDF/A-2a of A4 sheets, with its fonts in it: its text can be selected, searched and read aloud. Bytes come out
 * as pages are finished, so that many letters take little memory.
 */
export function letterPdf(about: { title: string; author: string; locale: Locale }): LetterPdf {
  const doc = new PDFDocument({
    size: "A4", margin: 0, autoFirstPage: false, font: null as never, pdfVersion: "1.7", subset: "PDF/A-2a", tagged: true, displayTitle: true, lang: about.locale,
    info: { Title: about.title, Author: about.author, Creator: "Buurhof", Producer: "Buurhof" },
  } as PDFKit.PDFDocumentOptions);
  for (const [name, file] of Object.entries(fonts)) doc.registerFont(name, readFileSync(file));
  let ready: Buffer[] = [];
  doc.on("data", (bytes: Buffer) => void ready.push(bytes));
  const take = async () => {
    // The document hands its bytes over in a later turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    const bytes = Buffer.concat(ready);
    ready = [];
    return bytes;
  };
  const end = async () => {
    const ended = new Promise((resolve) => doc.on("end", resolve));
    doc.end();
    await ended;
    return take();
  };
  return { doc, take, end };
}

/** Text in the letters that the fonts have: others lose what stands on, under or through them. */
export function inFont(text: string): string {
  return text.replace(/[^\u0020-\u00ff\u0152\u0153\u2010-\u2026\u20ac]/g, (letter) => letter.normalize("NFD").replace(/[^\u0020-\u00ff]/g, ""));
}
