import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import * as yauzl from "yauzl";
import { buildTown } from "../town/build-town.ts";
import { identify } from "./identify.ts";
import { writeBagExtract } from "./write-bag-extract.ts";
import { baseMapOf, writeBoundaries } from "./write-geojson.ts";

const sha = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

test("the same seed gives the same bytes, another seed gives others, within three seconds", async () => {
  const write = async (seed: string) => sha(await writeBagExtract(identify(buildTown(seed)), seed));
  const started = performance.now();
  const first = await write("lindewaard");
  expect(performance.now() - started).toBeLessThan(3000);
  expect(await write("lindewaard")).toBe(first);
  expect(await write("another")).not.toBe(first);
});

test("the bytes do not depend on the time zone of the machine", async () => {
  const before = process.env.TZ;
  const hashIn = async (zone: string) => {
    process.env.TZ = zone;
    return sha(await writeBagExtract(identify(buildTown("lindewaard")), "lindewaard"));
  };
  try {
    expect(await hashIn("Pacific/Auckland")).toBe(await hashIn("America/Lima"));
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test("the extract is laid out as Kadaster delivers one", async () => {
  const names = await namesIn(await writeBagExtract(identify(buildTown("lindewaard")), "lindewaard"));
  for (const name of ["9901GEM08012024.zip", "9901VBO08012024-000001.xml", "9901PND08012024.zip", "9901IANUM08012024-000001.xml", "Leveringsdocument-BAG-Extract.xml"]) {
    expect(names).toContain(name);
  }
});

test("boundaries carry the fields that a municipality publishes and close", () => {
  const { features, crs } = JSON.parse(writeBoundaries(buildTown("lindewaard"))) as GeoJSON.FeatureCollection<GeoJSON.Polygon> & { crs: object };
  expect(crs).toEqual({ type: "name", properties: { name: "urn:ogc:def:crs:OGC::CRS84" } });
  expect(features.map(({ properties }) => properties?.naam)).toEqual(["Hofkwartier", "Spoorzicht", "Molenveld"]);
  for (const { geometry } of features) expect(geometry.coordinates[0]?.at(-1)).toEqual(geometry.coordinates[0]?.[0]);
});

test("the ground under a neighbourhood has its streets by name, its water, its railway and its trees", () => {
  const { features } = baseMapOf(buildTown("lindewaard"), "BU99010102");
  const kinds = new Set(features.map(({ properties }) => properties?.kind as string));
  for (const kind of ["street", "path", "rail", "water", "green", "land", "garden", "square", "parking", "platform", "tree"]) expect(kinds).toContain(kind);
  const names = new Set(features.map(({ properties }) => properties?.name as string));
  expect(names).toContain("Korenbloemstraat");
  expect(names).not.toContain("Kastanjelaan");
  expect(features.find(({ properties }) => properties?.name === "Stationsweg" && properties.kind === "street")).toMatchObject({ geometry: { type: "LineString" }, properties: { width: 5 } });
});

/** All the names in a zip and the zips within it. */
async function namesIn(bytes: Buffer): Promise<string[]> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    if (entry.fileName.endsWith(".zip")) names.push(...(await namesIn(await buffer(await zip.openReadStreamPromise(entry)))));
  }
  return names;
}
