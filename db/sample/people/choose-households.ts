import type { Involvement } from "../../schema/people.ts";
import type { Random } from "../random.ts";
import type { Identified } from "../register/identify.ts";
import { contains } from "../town/ring.ts";
import type { Building, Neighbourhood, Unit } from "../town/town.ts";
import { demoPeople, type DemoResident } from "./demo-people.ts";
import { firstNames } from "./first-names.ts";
import { daysBefore, uuid, type SampleHousehold, type SamplePerson } from "./household.ts";

/** How many households of each neighbourhood joined, and how many of them are counted in published figures. */
export const PARTICIPATION: Readonly<Record<string, { joined: number; counted: number }>> = {
  BU99010101: { joined: 190, counted: 170 },
  BU99010102: { joined: 140, counted: 128 },
};

/** From this number of homes on, a building or a street is an audience. */
const SMALLEST_AUDIENCE = 10;

interface Home {
  building: Building;
  unit: Unit;
  neighbourhood: Neighbourhood;
}

/** Chooses who joined, in homes spread over both neighbourhoods; the fixed people of the demo are always among them. */
export function chooseHouseholds(ids: Identified, random: Random, now: Date): SampleHousehold[] {
  const homes = homesOf(ids);
  const inStreet = count(homes, ({ neighbourhood, unit }) => `${neighbourhood.code} ${unit.street}`);
  const inBuilding = count(homes, ({ building }) => building);
  const newPerson = personMaker(random.fork("people"));
  const demo: readonly DemoResident[] = [demoPeople.resident, demoPeople.neighbour];
  const demoAt = ({ unit }: Home) => demo.find(({ home }) => home.street === unit.street && home.number === unit.number);

  return ids.town.neighbourhoods.flatMap((neighbourhood) => {
    const participation = PARTICIPATION[neighbourhood.code];
    if (!participation) return [];
    const here = homes.filter((home) => home.neighbourhood === neighbourhood);
    const shuffled = random.shuffled(here).sort((a, b) => Number(demoAt(b) !== undefined) - Number(demoAt(a) !== undefined));
    const counted = new Set(random.shuffled(shuffled.slice(0, participation.joined)).slice(0, participation.counted));
    return shuffled.slice(0, participation.joined).map((home): SampleHousehold => {
      const { building, unit } = home;
      const fixed = demoAt(home);
      const first = newPerson(fixed);
      const second = random.chance(0.42) || fixed?.email === demoPeople.resident.email ? [newPerson()] : [];
      return {
        id: uuid(random),
        neighbourhoodCode: neighbourhood.code,
        neighbourhoodName: neighbourhood.name,
        building,
        unit,
        cluster: building.cluster,
        dwellingId: ids.unit(unit),
        streetId: ids.street(unit.street),
        buildingId: ids.building(building),
        tenant: building.owner === "corporation",
        people: [first, ...second],
        // Most were there when the first figures were made.
        joinedAt: daysBefore(now, fixed ? 210 : 12 + Math.floor(random.next() ** 0.5 * 560)),
        counted: counted.has(home) || fixed !== undefined,
        audiences: [
          "household",
          ...((inBuilding.get(building) ?? 0) >= SMALLEST_AUDIENCE ? (["building"] as const) : []),
          ...((inStreet.get(`${neighbourhood.code} ${unit.street}`) ?? 0) >= SMALLEST_AUDIENCE ? (["street"] as const) : []),
          "neighbourhood",
        ],
      };
    });
  });
}

/** Every home in use that lies in a neighbourhood. */
export function homesOf(ids: Identified): Home[] {
  return ids.town.buildings.flatMap((building) =>
    building.units
      .filter(({ purposes, status }) => purposes.includes("woonfunctie") && status.startsWith("in gebruik"))
      .flatMap((unit) => {
        const neighbourhood = ids.town.neighbourhoods.find(({ ring }) => contains(ring, unit.point));
        return neighbourhood ? [{ building, unit, neighbourhood }] : [];
      }),
  );
}

function count<Key>(homes: readonly Home[], keyOf: (home: Home) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const home of homes) counts.set(keyOf(home), (counts.get(keyOf(home)) ?? 0) + 1);
  return counts;
}

function personMaker(random: Random): (fixed?: DemoResident) => SamplePerson {
  let names = random.shuffled(firstNames);
  let made = 0;
  return (fixed) => {
    if (names.length === 0) names = random.shuffled(firstNames);
    const firstName = fixed?.firstName ?? (names.pop() as string);
    made += 1;
    const involvement = random.weighted<Involvement | null>([["join_in", 24], ["think_along", 25], ["informed", 38], ["not_now", 8], [null, 5]]);
    return {
      id: uuid(random),
      email: fixed?.email ?? `${firstName.toLowerCase()}.${100 + made}@voorbeeld.test`,
      firstName,
      displayName: fixed || random.chance(0.56) ? firstName : null,
      involvement: fixed ? "join_in" : involvement,
      locale: fixed || random.chance(0.95) ? "nl" : "en",
    };
  };
}
