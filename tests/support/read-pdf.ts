import jsQR from "jsqr";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A run of text on a page; places in millimetres from the left and the top of the sheet. */
export type Piece = { text: string; left: number; right: number; top: number; bottom: number };
export type ReadPage = { size: { width: number; height: number }; pieces: Piece[]; text: string };

type Drawn = { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };

const inMm = (points: number) => (points * 25.4) / 72;
const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> => getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false }).promise;

/** What can be selected and read on each page, in the order in which it is read aloud. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const pdf = await open(bytes);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => {
      if (!("str" in item) || !item.str.trim()) return [];
      const [, , , , x, y] = item.transform as number[] as [number, number, number, number, number, number];
      return [{ text: item.str, left: inMm(x), right: inMm(x + item.width), top: inMm(height - y - item.height), bottom: inMm(height - y) }];
    });
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    pages.push({ size: { width: inMm(width), height: inMm(height) }, pieces, text });
    page.cleanup();
  }
  await pdf.destroy();
  return pages;
}

/** What a telephone reads in the QR code of a page, drawn at 150 dots per inch. */
export async function qrOnPage(bytes: Uint8Array, number = 1): Promise<string | null> {
  const pdf = await open(bytes);
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 150 / 72 });
  const { canvas, context } = (pdf.canvasFactory as { create: (width: number, height: number) => Drawn }).create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  await pdf.destroy();
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
