import proj4 from "proj4";
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

test("gives what a general library gives; of 12,000 points it rounds two to the other side at most", () => {
  const { forward } = proj4(
    "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel " +
      "+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs",
    "EPSG:4326",
  );
  let apart = 0;
  for (let x = -9_990.123; x < 300_000; x += 3_101.7) {
    for (let y = 280_010.456; y < 640_000; y += 2_903.3) {
      const theirs = forward([x, y]).map((degrees) => Math.round(degrees * 1e7) / 1e7);
      const ours = rdToWgs84(x, y);
      const furthest = Math.max(Math.abs(ours[0] - theirs[0]!), Math.abs(ours[1] - theirs[1]!));
      if (furthest > 1.01e-7) expect.fail(`${x}, ${y} becomes ${ours.join()} and not ${theirs.join()}`);
      if (furthest > 1e-9) apart++;
    }
  }
  expect(apart).toBeLessThanOrEqual(2);
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
