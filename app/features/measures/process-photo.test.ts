import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { mostBytes, processPhoto } from "./process-photo.server.ts";

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#7a9" } });

/** A PNG of many pixels in few bytes. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    let crc = ~0;
    for (const byte of body) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(~crc >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc((side / 8 + 1) * 8))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a photo that is uploaded", () => {
  it("loses its place, date, camera and description", async () => {
    const upload = await picture(800, 600)
      .withExif({ IFD0: { Make: "Geheime camera", ImageDescription: "Lindestraat 12" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 18/1 0/1" } })
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><!-- Geheime camera --></x:xmpmeta>")
      .jpeg()
      .toBuffer();
    expect(upload.includes("Geheime camera")).toBe(true);
    const kept = await processPhoto(upload);
    if (typeof kept === "string") throw new Error(kept);
    const { format, exif, xmp, icc, iptc } = await sharp(kept.bytes).metadata();
    expect({ format, exif, xmp, icc, iptc }).toEqual({ format: "webp", exif: undefined, xmp: undefined, icc: undefined, iptc: undefined });
    expect(Buffer.from(kept.bytes).includes("Geheime")).toBe(false);
  });

  it("gets at most 1600 pixels on its longest side, the right way up", async () => {
    const upload = await picture(3000, 1500).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await processPhoto(upload)).toMatchObject({ width: 800, height: 1600, mime: "image/webp" });
    expect(await processPhoto(await picture(300, 200).png().toBuffer())).toMatchObject({ width: 300, height: 200 });
  });

  it("is refused when it has too many bytes or unfolds into too many pixels", async () => {
    const bytes = await picture(10, 10).jpeg().toBuffer();
    expect(await processPhoto(Buffer.concat([bytes, Buffer.alloc(mostBytes)]))).toBe("too_large");
    const tight = bomb(30_000);
    expect(tight.byteLength).toBeLessThan(100_000);
    expect(await processPhoto(tight)).toBe("too_large");
  });

  it("is refused when it is no photo, whatever its name says", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>`;
    const half = (await picture(400, 400).jpeg().toBuffer()).subarray(0, 600);
    const gif = await picture(10, 10).gif().toBuffer();
    for (const upload of [Buffer.from(svg), Buffer.from("<!doctype html><p>hallo"), Buffer.from("%PDF-1.7"), gif, half, Buffer.alloc(0)]) {
      expect(await processPhoto(upload)).toBe("not_a_photo");
    }
  });
});
