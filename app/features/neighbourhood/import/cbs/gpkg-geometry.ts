import type { RingPolygon } from "../polygon-json.ts";
import type { Ring } from "../ring.ts";

/** Bytes of the box in the head of a geometry, by its code (GeoPackage 1.3, clause 2.1.3.1.1). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/**
 * The polygons in a geometry of a GeoPackage: its head, and after it WKB of a polygon or several, in two dimensions or
 * more, of which the first two are kept; coordinates as the file has them.
 * @returns a fault in words instead, for what is cut off, empty or of another kind
 */
export function readGpkgGeometry(bytes: Uint8Array): RingPolygon[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50) return "is not a geometry of a GeoPackage";
  const flags = bytes[3]!;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (envelope === undefined || flags & 0x20) return "is of a kind that is not known";
  if (flags & 0x10) return "is empty";
  try {
    return new WkbReader(view, 8 + envelope).polygons();
  } catch (error) {
    // A DataView throws a RangeError beyond its end.
    if (error instanceof RangeError) return "is cut off";
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

class WkbReader {
  constructor(
    private readonly view: DataView,
    private at: number,
  ) {}

  /** @throws TypeError for another kind of geometry, RangeError when the bytes end too soon */
  polygons(): RingPolygon[] {
    const { kind, dimensions, little } = this.head();
    if (kind === 3) return [this.rings(dimensions, little)];
    if (kind !== 6) throw new TypeError("is not a polygon");
    const polygons: RingPolygon[] = [];
    for (let left = this.count(little); left > 0; left--) {
      const part = this.head();
      if (part.kind !== 3) throw new TypeError("is not a polygon");
      polygons.push(this.rings(part.dimensions, part.little));
    }
    return polygons;
  }

  /** The kind, and in how many dimensions: ISO adds 1000 (z), 2000 (m) or 3000 (both), EWKB sets the two highest bits. */
  private head(): { kind: number; dimensions: number; little: boolean } {
    const little = this.view.getUint8(this.at) === 1;
    const type = this.view.getUint32(this.at + 1, little);
    this.at += 5;
    const plain = type & 0x0fffffff;
    const more = [0, 1, 1, 2][Math.floor(plain / 1000)] ?? 0;
    return { kind: plain % 1000, dimensions: 2 + more + (type >>> 31) + ((type >>> 30) & 1), little };
  }

  private count(little: boolean): number {
    const count = this.view.getUint32(this.at, little);
    this.at += 4;
    return count;
  }

  private rings(dimensions: number, little: boolean): RingPolygon {
    const rings: Ring[] = [];
    for (let left = this.count(little); left > 0; left--) {
      const points = this.count(little);
      if (points * dimensions * 8 > this.view.byteLength - this.at) throw new RangeError("more points than bytes");
      const ring = new Float64Array(points * 2);
      for (let point = 0; point < points; point++, this.at += dimensions * 8) {
        ring[point * 2] = this.view.getFloat64(this.at, little);
        ring[point * 2 + 1] = this.view.getFloat64(this.at + 8, little);
      }
      rings.push(ring);
    }
    return { rings };
  }
}
