import { describe, expect, it } from "vitest";
import type { DecodedMap, MapBuilding } from "./decode-map.ts";
import { spotFeatures } from "./spot-features.ts";

const building = { id: "1", street: "Beukenlaan", centre: [5, 52] } as unknown as MapBuilding;
const decoded = (base: unknown[] = []) => ({ buildings: [building], labels: [], base }) as unknown as DecodedMap;
const spot = (change: object = {}) => ({ place: "7", street: "Beukenlaan", building: null, questions: 1, koplopers: 0, visits: 0, ...change });
const at = (base: unknown[], change?: object) => spotFeatures(decoded(base), new Map([["1", building]]), [spot(change)]).map(({ geometry, properties }) => [(geometry as GeoJSON.Point).coordinates, properties!.image as string]);

describe("symbols of streets", () => {
  it("stand on the course of the street, else among its homes, and nowhere for a street that the map does not know", () => {
    const [[position, image]] = at([{ kind: "street", name: "Beukenlaan", shape: [[[[5.1, 52.1], [5.5, 52.1]], [[5.1, 52.3], [5.2, 52.3]]]] }]) as [[number[], string]];
    expect([position[0], position[1], image]).toEqual([expect.closeTo(5.3, 6), expect.closeTo(52.1, 6), "spot|question|1"]);
    expect(at([])).toEqual([[[5, 52], "spot|question|1"]]);
    expect(at([], { street: "Elders" })).toEqual([]);
  });

  it("show questions first, and how much there is", () => {
    expect(at([], { questions: 2, koplopers: 1, visits: 1 })[0]![1]).toBe("spot|question|4");
    expect(at([], { questions: 0, koplopers: 1, visits: 1 })[0]![1]).toBe("spot|koploper|2");
    expect(at([], { questions: 0, visits: 1 })[0]![1]).toBe("spot|visit|1");
  });

  it("of the own building stand at the building", () => {
    expect(at([{ kind: "street", name: "Beukenlaan", shape: [[[[5.1, 52.1]]]] }], { place: "gebouw", building: "1" })[0]![0]).toEqual([5, 52]);
  });
});
