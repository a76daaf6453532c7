import { straight } from "../town/curve.ts";
import type { Draft } from "../town/draft.ts";
import { gallery, layBlock, layGarageRow, type Door } from "../town/lay-block.ts";
import type { Building, Purpose } from "../town/town.ts";
import { streets } from "./streets.ts";

/** Flats, shops with homes above, school, church, community house and the small things of the utilities. */
export function layLargeBuildings(draft: Draft) {
  layGildeflat(draft);
  laySpoorflat(draft);
  layStationshof(draft);
  layShops(draft);
  layFacilities(draft);
}

/** 1972, four storeys of twelve; let by the housing corporation. Addresses 2-1 … 2-48: one number, an addition per home. */
function layGildeflat(draft: Draft) {
  const doors: Door[] = Array.from({ length: 48 }, (_, i) => ({
    street: "Gildelaan", number: 2, addition: String(i + 1), area: i % 12 === 0 || i % 12 === 11 ? 84 : draft.random.pick([68, 71, 71, 74]),
  }));
  const s = streets.gildelaan.nearest([286, 211]);
  layBlock(draft, {
    curve: streets.gildelaan, side: "left", outline: gallery(s, 74, 20, 10.8, [4, 62]), core: 25, kind: "flat", cluster: "gildeflat", year: 1972,
    doors, owner: "corporation",
  });
}

/** 1979, five storeys of twelve, a homeowners' association. Own numbers, floor by floor. */
function laySpoorflat(draft: Draft) {
  const doors: Door[] = Array.from({ length: 60 }, (_, i) => ({
    street: "Spoorlaan", number: 101 + 2 * i, area: i % 12 === 0 || i % 12 === 11 ? 96 : draft.random.pick([78, 82, 82, 86]),
  }));
  const { spoorlaan } = streets;
  const s = spoorlaan.nearest([757, 334]);
  layBlock(draft, { curve: spoorlaan, side: "right", outline: gallery(s, 78, 24, 11.2, [4, 66]), core: 29, kind: "flat", cluster: "spoorflat", year: 1979, doors });
  layGarageRow(draft, spoorlaan, "right", s + 4, 20, 50, "spoorflat", 1979);
}

/** 2019, three stairwells of two homes on six storeys. Number per stairwell, a letter per home. */
function layStationshof(draft: Draft) {
  const letters = "ABCDEFGHJKLM";
  const doors: Door[] = [1, 3, 5].flatMap((number) =>
    [...letters].map((letter) => ({ street: "Wisselspoor", number, letter, area: draft.random.pick([58, 64, 76, 92]) })),
  );
  const { wisselspoor } = streets;
  const s = wisselspoor.nearest([700, 120]);
  layBlock(draft, {
    curve: wisselspoor, side: "left", kind: "flat", cluster: "stationshof", year: 2019, doors, core: 20,
    outline: [[s, 12], [s + 17, 12], [s + 17, 10.8], [s + 33, 10.8], [s + 33, 12], [s + 50, 12], [s + 50, 27], [s + 36, 27], [s + 36, 46], [s + 22, 46], [s + 22, 27], [s, 27]],
  });
}

/** Nine units with a home above each; the supermarket takes two of them, the practice has a home above too. */
function layShops(draft: Draft) {
  const { gildeplein } = streets;
  const start = gildeplein.length - 93;
  const uses: (Purpose[] | null)[] = [
    ["winkelfunctie"], ["winkelfunctie"], ["winkelfunctie", "bijeenkomstfunctie"], ["winkelfunctie"], ["gezondheidszorgfunctie"],
    ["winkelfunctie"], null, ["winkelfunctie"], ["kantoorfunctie"],
  ];
  let before: Building | undefined;
  uses.forEach((purposes, i) => {
    const [a, b] = [start + i * 8, start + (i + 1) * 8];
    const address = { street: "Gildeplein", number: 1 + 2 * i };
    const below: Door[] = purposes ? [{ ...address, purposes, area: 96 }] : [];
    const building = layBlock(draft, {
      curve: gildeplein, side: "right", kind: "shop", cluster: "shops", year: 1974, core: 26, outline: [[a, 19], [b, 19], [b, 33], [a, 33]],
      doors: [...below, { ...address, letter: "A", area: draft.random.pick([72, 78, 84]) }],
    });
    const shop = before?.units[0];
    if (!purposes && shop) Object.assign(shop, { alsoIn: [building], area: 198 });
    before = building;
  });
}

function layFacilities(draft: Draft) {
  const { ambachtslaan } = streets;
  const facility = { kind: "public", cluster: "facilities" } as const;
  const school = ambachtslaan.nearest([258, 372]);
  layBlock(draft, {
    ...facility, curve: ambachtslaan, side: "left", year: 1975, core: 70,
    outline: [[school, 30], [school + 13, 30], [school + 13, 62], [school + 34, 62], [school + 34, 78], [school + 13, 78], [school + 13, 92], [school, 92]],
    doors: [{ street: "Ambachtslaan", number: 3, purposes: ["onderwijsfunctie"], area: 1480 }],
  });
  layBlock(draft, {
    ...facility, curve: ambachtslaan, side: "left", year: 1976, core: 38,
    outline: [[school + 24, 26], [school + 38, 26], [school + 38, 50], [school + 24, 50]],
    doors: [{ street: "Ambachtslaan", number: 5, purposes: ["sportfunctie"], area: 330 }],
  });
  const church = straight([[113, 388], [113, 338]]);
  layBlock(draft, {
    ...facility, curve: church, side: "left", year: 1928, core: 11,
    outline: [[6, 4], [32, 4], [32, 0], [40, 0], [40, 4], [44, 6], [46, 11], [44, 16], [40, 18], [40, 22], [32, 22], [32, 18], [6, 18], [6, 14], [0, 14], [0, 8], [6, 8]],
    doors: [{ street: "Beukenstraat", number: 45, purposes: ["bijeenkomstfunctie"], area: 520 }],
  });
  const community = straight([[290, 316], [330, 316]]);
  layBlock(draft, {
    ...facility, curve: community, side: "left", year: 1980, core: -4,
    outline: [[0, -14], [22, -14], [22, -6], [30, -6], [30, 4], [10, 4], [10, 0], [0, 0]],
    doors: [{ street: "Ambachtslaan", number: 7, purposes: ["bijeenkomstfunctie"], area: 310 }],
  });
}
