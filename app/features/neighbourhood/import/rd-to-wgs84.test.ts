import { expect, test } from "vitest";
import { isWithinRd, rdToWgs84 } from "./rd-to-wgs84.ts";

// Computed with PROJ 9.1 (cs2cs -f %.9f EPSG:28992 EPSG:4326; it writes latitude first).
const references: [place: string, x: number, y: number, lat: number, lon: number][] = [
  ["Amersfoort, the origin", 155_000, 463_000, 52.155172301, 5.387203508],
  ["Amsterdam, Westertoren", 121_687, 487_484, 52.374218164, 4.898009893],
  ["Groningen, Martinikerkhof", 233_908.029, 582_053.016, 53.21926823, 6.568567438],
  ["Maastricht", 176_000, 318_000, 50.851448853, 5.685391417],
  ["Zeeuws-Vlaanderen", 24_000, 380_000, 51.393942698, 3.504830289],
];

test.each(references)("lies within 0.3 m of PROJ at %s", (_, x, y, lat, lon) => {
  const [ourLon, ourLat] = rdToWgs84(x, y);
  const metresPerDegree = 111_195;
  const north = (ourLat - lat) * metresPerDegree;
  const east = (ourLon - lon) * metresPerDegree * Math.cos((lat * Math.PI) / 180);
  expect(Math.hypot(north, east)).toBeLessThan(0.3);
});

test("rounds to seven decimals", () => {
  expect(rdToWgs84(155_000, 463_000)).toEqual([5.3872035, 52.1551723]);
});

test("knows which metres can lie in the Netherlands", () => {
  expect(isWithinRd(131_000, 480_000)).toBe(true);
  expect(isWithinRd(5.04, 52.3)).toBe(false);
  expect(isWithinRd(480_000, 131_000)).toBe(false);
  expect(isWithinRd(NaN, 480_000)).toBe(false);
});
