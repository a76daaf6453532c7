import type { Building, Town, Unit } from "../town/town.ts";

/** Code of the fictional municipality in the registers; no Dutch municipality has it. */
export const MUNICIPALITY = { code: "GM9901", digits: "9901", name: "Lindewaard", place: "9901" } as const;

/** Identifications in the register: four digits of the municipality, two of the kind, ten of a number. */
export interface Identified {
  town: Town;
  street(name: string): string;
  building(building: Building): string;
  unit(unit: Unit): string;
  /** The main address of a unit (nummeraanduiding). */
  address(unit: Unit): string;
  /** The second address of a unit, where it has one. */
  secondAddress(unit: Unit): string;
}

/** Numbers everything in the order in which the town was drawn, so that the same town always has the same identifications. */
export function identify(town: Town): Identified {
  const id = (kind: "01" | "10" | "20" | "30", number: number) => `${MUNICIPALITY.digits}${kind}${String(number).padStart(10, "0")}`;
  const streets = new Map(town.streets.map((name, i) => [name, i + 1]));
  const buildings = new Map(town.buildings.map((building, i) => [building, i + 1]));
  const units = new Map(town.buildings.flatMap((building) => building.units).map((unit, i) => [unit, i + 1]));
  const number = <Key>(numbers: Map<Key, number>, key: Key) => {
    const found = numbers.get(key);
    if (!found) throw new Error("Not part of this town");
    return found;
  };
  return {
    town,
    street: (name) => id("30", number(streets, name)),
    building: (building) => id("10", 20_000 + number(buildings, building)),
    unit: (unit) => id("01", 40_000 + number(units, unit)),
    address: (unit) => id("20", 60_000 + number(units, unit)),
    secondAddress: (unit) => id("20", 90_000 + number(units, unit)),
  };
}
