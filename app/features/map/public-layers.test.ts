import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildingPeriod, buildingPeriods, periodIndex } from "../neighbourhood/building-period.ts";
import { mapUrl, readFilters, unfilteredUrl } from "./filters.ts";
import { allLayers } from "./layers/all-layers.ts";
import { type Look, mapTokens } from "./look.ts";
import { classColours, layerNames, layerOf, readLayer } from "./public-layers.ts";
import { groupsOf, streetLabelFeatures } from "./street-label-features.ts";
import type { DecodedMap } from "./decode-map.ts";

it("is one layer or none, whatever stands in the URL", () => {
  const read = (query: string) => readLayer(new URLSearchParams(query));
  expect(["laag=bouwperiode", "laag=woningsoort", "laag=energielabel"].map(read)).toEqual(["period", "type", "label"]);
  expect(["", "laag=", "laag=toString", "laag=period", "laag=constructor"].map(read)).toEqual([null, null, null, null, null]);
  expect(read("laag=energielabel&laag=bouwperiode")).toBe("label");
  expect(mapUrl(new URLSearchParams("laag=energielabel&laag=bouwperiode&soort=glazing"), { laag: "woningsoort" })).toBe("/kaart?laag=woningsoort&soort=glazing");
});

it("stays when filters change or go, and is none of them", () => {
  const query = new URLSearchParams("laag=bouwperiode&soort=glazing&straat=1");
  expect(unfilteredUrl(query)).toBe("/kaart?laag=bouwperiode");
  expect(mapUrl(query, { huis: "1" })).toContain("laag=bouwperiode");
  expect(readFilters(new URLSearchParams("laag=woningsoort"))).toEqual(readFilters(new URLSearchParams()));
});

it("puts every year in one period, and the periods in order without a gap", () => {
  expect(buildingPeriods.slice(1).map(({ from }, at) => from! - buildingPeriods[at]!.to!)).toEqual([1, 1, 1, 1, 1, 1]);
  expect([1005, 1945, 1946, 1974, 1975, 1991, 2014, 2015, 2030].map(periodIndex)).toEqual([0, 0, 1, 2, 3, 3, 5, 6, 6]);
  expect(buildingPeriod(1979)).toEqual({ from: 1975, to: 1991 });
  expect(Object.keys(classColours.period)).toEqual(buildingPeriods.map((_, at) => String(at)));
});

const look = Object.fromEntries(mapTokens.map((token) => [token, `of ${token}`])) as Look;
const drawn = (name: (typeof layerNames)[number] | null) => allLayers.flatMap((layer) => layer.draw(look, name && layerOf(name)));
const one = (name: (typeof layerNames)[number] | null, id: string) => drawn(name).find((layer) => layer.id === id)!;

it("draws the same layers with each public layer, so that switching needs no other map", () => {
  const ids = (name: (typeof layerNames)[number] | null) => drawn(name).map(({ id, type }) => `${id} ${type}`);
  for (const name of layerNames) expect(ids(name)).toEqual(ids(null));
  expect(new Set(ids(null)).size).toBe(ids(null).length);
});

it("shows of each public layer its own and nothing of another", () => {
  const shown = (name: (typeof layerNames)[number] | null) => drawn(name).filter(({ layout }) => layout?.visibility === "visible").map(({ id }) => id);
  expect([null, ...layerNames].map(shown)).toEqual([[], ["unknown-period"], ["unknown-type"], ["street-labels", "street-labels-along"]]);
  const fill = (name: (typeof layerNames)[number] | null) => JSON.stringify(one(name, "buildings").paint);
  expect(fill("energielabel"), "a label colours no building").toBe(fill(null));
  expect(new Set([fill("bouwperiode"), fill("woningsoort"), fill(null)]).size).toBe(3);
});

it("hides nothing that neighbours share: their symbols are the same above every layer, and their homes keep an edge", () => {
  const above = drawn(null).map(({ id }) => id);
  for (const id of ["shared-house-lines", "shared-flats", "shared-symbols", "own-home-line", "own-home-pin"]) expect(above.indexOf(id), id).toBeGreaterThan(above.indexOf("building-lines"));
  expect(above.indexOf("shared-symbols")).toBeGreaterThan(above.indexOf("street-labels-along"));
  for (const name of layerNames) {
    for (const id of ["shared-symbols", "own-home-pin", "street-counts"]) expect(one(name, id)).toEqual(one(null, id));
    for (const id of ["shared-house-lines", "shared-flat-lines", "own-home-line"]) expect(one(name, id).paint).toMatchObject({ "line-color": (one(null, id).paint as Record<string, unknown>)["line-color"] });
  }
});

it("writes a street's bar along its course, else where its name is written, else at its homes, and of no other street", () => {
  const decoded = {
    base: [{ kind: "street", className: "", name: "Kade", width: 5, shape: [[[[5, 52], [5.1, 52]]]] }, { kind: "water", className: "", name: "Gracht", width: 0, shape: [[[[5, 52]]]] }],
    labels: [{ name: "Gracht", angle: 0, at: [5.2, 52] }],
    buildings: [{ street: "Hof", centre: [5.3, 52] }, { street: "Plein", centre: [5.4, 52] }],
  } as unknown as DecodedMap;
  const groups = [{ best: "A", worst: "B", homes: 12 }, { best: "C", worst: "G", homes: 3 }];
  const bars = streetLabelFeatures(decoded, ["Kade", "Gracht", "Hof", "Weg"].map((street) => ({ street, groups })));
  expect(bars.map(({ geometry, properties }) => [properties!.street, geometry])).toEqual([
    ["Kade", { type: "MultiLineString", coordinates: [[[5, 52], [5.1, 52]]] }],
    ["Gracht", { type: "Point", coordinates: [5.2, 52] }],
    ["Hof", { type: "Point", coordinates: [5.3, 52] }],
  ]);
  expect(groupsOf(bars[0]!.properties!.image)).toEqual(groups);
});

type Rgb = [number, number, number];
const tokens = readFileSync("app/tokens.css", "utf8").split("@media (prefers-color-scheme: dark)");
const colours = (which: 0 | 1) => Object.fromEntries([...tokens[which]!.matchAll(/--([\w-]+): #(\w{6});/g)].map(([, name, hex]) => [name, [0, 2, 4].map((at) => linear(parseInt(hex!.slice(at, at + 2), 16) / 255)) as Rgb]));
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const contrast = (a: Rgb, b: Rgb) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
const times = (rows: number[][], [x, y, z]: Rgb) => rows.map(([a, b, c]) => a! * x + b! * y + c! * z) as Rgb;
/** How linear sRGB is seen without one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1. */
const eyes = {
  "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
/** Distance in Oklab (Ottosson 2020), from 0 to about 1. */
function distance(a: Rgb, b: Rgb): number {
  const lab = (colour: Rgb) => {
    const cones = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], colour).map((value) => Math.cbrt(Math.max(0, value))) as Rgb;
    return times([[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]], cones);
  };
  const [from, to] = [lab(a), lab(b)];
  return Math.hypot(...from.map((value, at) => value - to[at]!));
}

describe.each([["light", 0], ["dark", 1]] as const)("the colours of classes in %s", (_, which) => {
  const all = colours(which);
  const ramp = [1, 2, 3, 4, 5, 6, 7].map((at) => all[`map-class-${at}`]!);
  const pairs = (layer: keyof typeof classColours) => Object.values(classColours[layer]).flatMap((colour, at, every) => every.slice(at + 1).map((other) => [all[colour]!, all[other]!] as const));

  it("go from dark to light", () => {
    const light = ramp.map(luminance);
    expect(light).toEqual(light.toSorted((a, b) => a - b));
  });
  it("have a line around them that stands out from the land, and most stand out themselves", () => {
    for (const ground of ["map-land", "map-garden"]) expect(contrast(all["map-class-line"]!, all[ground]!)).toBeGreaterThanOrEqual(3);
    expect(ramp.filter((colour) => contrast(colour, all["map-land"]!) >= 3).length).toBeGreaterThanOrEqual(4);
  });
  it.each(Object.entries(eyes))("are told apart with %s", (_eye, cones) => {
    for (const layer of ["period", "type"] as const) for (const [a, b] of pairs(layer)) expect(distance(times(cones, a), times(cones, b))).toBeGreaterThan(0.06);
    for (const colour of ramp) expect(distance(times(cones, colour), times(cones, all["map-building"]!)), "from a building of which nothing is told").toBeGreaterThan(0.06);
  });
});
