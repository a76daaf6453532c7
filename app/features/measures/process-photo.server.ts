import type Sharp from "sharp";

/** A photo as it is kept: WebP without EXIF, GPS or any other metadata. Sizes are in pixels. */
export type ProcessedPhoto = { bytes: Uint8Array; width: number; height: number; mime: "image/webp" };
export type PhotoProblem = "too_large" | "not_a_photo";

/** What a phone sends is smaller than this (bytes). */
export const mostBytes = 12 * 1024 * 1024;
const mostPixels = 60_000_000;
const longestSide = 1600;

let last: Promise<unknown> = Promise.resolve();
let loaded: typeof Sharp | undefined;

/** The library comes with the first photo. One thread for a picture, and one picture at a time: the pages go first, and a large one takes 200 MB. */
async function library(): Promise<typeof Sharp> {
  if (loaded) return loaded;
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  return (loaded = sharp);
}

/**
 * Draws an uploaded photo anew, so that nothing remains of the file but what can be seen. Only JPEG, PNG, WebP and AVIF reach the
 * decoder; SVG and HTML don't.
 * @param upload "too_large" where it was not read to its end
 * @returns the photo, or why it was refused
 */
export async function processPhoto(upload: Uint8Array | "too_large"): Promise<ProcessedPhoto | PhotoProblem> {
  if (upload === "too_large" || upload.byteLength > mostBytes) return "too_large";
  if (!isPhoto(upload)) return "not_a_photo";
  const drawn = last.then(() => draw(upload));
  last = drawn;
  return drawn;
}

async function draw(upload: Uint8Array): Promise<ProcessedPhoto | PhotoProblem> {
  const sharp = await library();
  try {
    const image = sharp(upload, { limitInputPixels: mostPixels, pages: 1, failOn: "error" }).timeout({ seconds: 15 });
    const { data, info } = await image
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 78, effort: 3 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height, mime: "image/webp" };
  } catch (error) {
    return /pixel limit/i.test((error as Error).message) ? "too_large" : "not_a_photo";
  }
}

/** Looks at the first bytes, not at the name or the type that came along. */
function isPhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32));
  const text = head.toString("latin1");
  return (
    text.startsWith("\xff\xd8\xff") ||
    text.startsWith("\x89PNG\r\n\x1a\n") ||
    (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") ||
    (text.slice(4, 8) === "ftyp" && /^(avif|avis)/.test(text.slice(8)))
  );
}
