import type { Draft } from "../town/draft.ts";
import { layBlock } from "../town/lay-block.ts";
import type { Building, Unit } from "../town/town.ts";
import { streets } from "./streets.ts";

/*
 * What every real register holds besides homes in use: placeholders for unknown years and areas, buildings that are gone
 * or not there yet, homes under renovation, and a home with two addresses.
 */
export function layRegisterOddities(draft: Draft) {
  const at = (street: string, number: number): { building: Building; unit: Unit } => {
    for (const building of draft.buildings) {
      const unit = building.units.find((u) => u.street === street && u.number === number);
      if (unit) return { building, unit };
    }
    throw new Error(`The plan has no ${street} ${number}`);
  };
  at("Korenbloemstraat", 12).unit.area = 1;
  at("Smedenhof", 9).unit.area = 999999;
  at("Kastanjelaan", 14).building.status = "Verbouwing pand";
  at("Lindekade", 8).unit.status = "buiten gebruik";
  for (const number of [12, 14]) {
    const { building, unit } = at("Wisselspoor", number);
    building.status = "Pand in gebruik (niet ingemeten)";
    unit.status = "in gebruik (niet ingemeten)";
  }
  const corner = at("Beukenstraat", 41).unit;
  corner.alsoAt = { street: "Ambachtslaan", number: 12, postcode: "" };
  const sheds = draft.buildings.filter(({ kind }) => kind === "shed");
  for (const i of [40, 180]) (sheds[i] as Building).year = 9999;

  const { spoorlaan, akkerpad } = streets;
  const yard = spoorlaan.nearest([764, 150]);
  layBlock(draft, {
    curve: spoorlaan, side: "right", kind: "public", cluster: "facilities", year: 1921, status: "Pand gesloopt", core: 22,
    outline: [[yard, 16], [yard + 34, 16], [yard + 34, 30], [yard, 30]],
    doors: [{ street: "Spoorlaan", number: 20, purposes: ["industriefunctie"], area: 470, status: "ingetrokken" }],
  });
  const planned = akkerpad.nearest([716, 350]);
  layBlock(draft, {
    curve: akkerpad, side: "left", kind: "detached", cluster: "recent", year: 2025, status: "Bouwvergunning verleend", core: 13,
    outline: [[planned, 8], [planned + 10, 8], [planned + 10, 18], [planned, 18]],
    doors: [{ street: "Akkerpad", number: 17, area: 132, status: "gevormd" }],
  });
  layBlock(draft, {
    curve: spoorlaan, side: "left", kind: "public", cluster: "facilities", year: 1911, status: "Pand buiten gebruik",
    outline: [[yard + 8, 8.5], [yard + 30, 8.5], [yard + 30, 15], [yard + 8, 15]], doors: [],
  });
}
