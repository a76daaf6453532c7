import type { WrittenGeometry } from "./bag-occurrence.ts";
import { ImportError } from "./import-error.ts";
import { polygonsToGeoJson, type GeoJsonText, type RingPolygon } from "./polygon-json.ts";
import { isWithinRd, rdToWgs84 } from "./rd-to-wgs84.ts";
import { boxOf, centroid, ringFault, signedArea, type Ring } from "./ring.ts";

/** Outer ring first, then its holes; EPSG:28992 in metres. */
export type RdPolygon = RingPolygon;

/**
 * The rings of a polygon, checked: closed, with an area, not crossing themselves, in the Netherlands, holes within.
 * @returns a fault in words instead of rings when the geometry is broken
 * @throws ImportError when the file uses another coordinate system than EPSG:28992
 */
export function readPolygon(written: WrittenGeometry | null, record: string): RdPolygon | string {
  if (!written) return "has no geometry";
  requireRd(written, record);
  if (written.type !== "Polygon") return "is not a polygon";
  const rings: Ring[] = [];
  for (const text of written.rings) {
    const ring = readPositions(text, written.dimension);
    if (!ring) return "has coordinates that are not numbers within the Netherlands (EPSG:28992)";
    const fault = ringFault(ring);
    if (fault) return fault;
    rings.push(ring);
  }
  const [outer, ...holes] = rings;
  if (!outer) return "has no outer ring";
  const box = boxOf(outer);
  for (const hole of holes) {
    const inner = boxOf(hole);
    if (inner.minX < box.minX || inner.maxX > box.maxX || inner.minY < box.minY || inner.maxY > box.maxY) {
      return "has a hole outside of its outer ring";
    }
  }
  return { rings };
}

/**
 * One point for an object: the point itself, or the centre of its polygon (moorings, pitches and a few dwellings).
 * @returns metres in EPSG:28992, or a fault in words
 * @throws ImportError when the file uses another coordinate system
 */
export function readPoint(written: WrittenGeometry | null, record: string): [x: number, y: number] | string {
  if (written?.type !== "Point") {
    const polygon = readPolygon(written, record);
    return typeof polygon === "string" ? polygon : centroid(polygon.rings[0]!);
  }
  requireRd(written, record);
  const position = readPositions(written.rings[0] ?? "", written.dimension);
  return position?.length === 2 ? [position[0]!, position[1]!] : "has no point within the Netherlands (EPSG:28992)";
}

/** Floor area of the polygon in m²: outer ring less its holes. */
export function areaOf({ rings }: RdPolygon): number {
  return rings.reduce((sum, ring, index) => sum + (index === 0 ? 1 : -1) * Math.abs(signedArea(ring)), 0);
}

/** GeoJSON text and box in WGS84 (degrees, 7 decimals); outer ring counter-clockwise, holes clockwise (RFC 7946). */
export function toGeoJson(polygon: RdPolygon): GeoJsonText {
  return polygonsToGeoJson([polygon], rdToWgs84);
}

function requireRd(written: WrittenGeometry, record: string): void {
  if (written.crs === "" || /(?:EPSG:(?:[\d.]*:)?|\/EPSG\/0\/|#)28992$/i.test(written.crs)) return;
  throw new ImportError(`${record}: is in ${written.crs}, and a BAG extract must be in EPSG:28992 (RD New)`);
}

/** x and y of every position; null when something is not a number, is incomplete or lies outside the Netherlands. */
function readPositions(text: string, dimension: number): Ring | null {
  const numbers = readNumbers(text);
  if (numbers === null || !(dimension >= 2) || numbers.length === 0 || numbers.length % dimension !== 0) return null;
  const ring = new Float64Array((numbers.length / dimension) * 2);
  for (let at = 0, i = 0; at < numbers.length; at += dimension) {
    const x = numbers[at]!;
    const y = numbers[at + 1]!;
    if (!isWithinRd(x, y)) return null;
    ring[i++] = x;
    ring[i++] = y;
  }
  return ring;
}

const [ZERO, NINE, POINT, SPACE] = [0x30, 0x39, 0x2e, 0x20];
/** So many digits are a whole number that a double holds exactly, and so is ten to their number: their quotient is the nearest double. */
const EXACT_DIGITS = 15;

/**
 * The numbers in a text with white space between them; null when something else is among them. Plain decimals, which is
 * nearly all that a register writes, are read digit by digit, without a text of their own each; the rest by `Number`.
 */
function readNumbers(text: string): number[] | null {
  const numbers: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) <= SPACE) {
      at++;
      continue;
    }
    const start = at;
    let digits = 0;
    let value = 0;
    let scale = 0;
    let code = text.charCodeAt(at);
    for (; at < text.length && ((code >= ZERO && code <= NINE) || (code === POINT && scale === 0)); code = text.charCodeAt(++at)) {
      if (code === POINT) scale = 1;
      else {
        value = value * 10 + code - ZERO;
        scale *= 10;
        digits++;
      }
    }
    if (digits > 0 && digits <= EXACT_DIGITS && (at === text.length || code <= SPACE)) {
      numbers.push(scale > 1 ? value / scale : value);
      continue;
    }
    while (at < text.length && text.charCodeAt(at) > SPACE) at++;
    const number = Number(text.slice(start, at));
    if (!Number.isFinite(number)) return null;
    numbers.push(number);
  }
  return numbers;
}
