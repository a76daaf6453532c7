import type { Resident } from "../../app/features/session/viewer.ts";
import { dwelling, household, neighbourhood, resident, street, type TestResident } from "./people.ts";

/** A test's resident as a loader knows one. */
export function asResident(made: TestResident, own: Partial<Resident> = {}): Resident & { email: string } {
  return {
    ...made,
    accountId: made.residentId,
    sessionId: "00000000-0000-4000-8000-00000000feed",
    locale: "nl",
    neighbourhoodCode: made.dwelling.neighbourhoodCode,
    neighbourhoodName: "Proefbuurt",
    streetId: made.dwelling.streetId,
    streetName: "Proefstraat",
    dwellingId: made.dwelling.id,
    displayName: null,
    involvement: null,
    welcomed: true,
    mayModerate: [],
    officialOf: [],
    contactFor: { streets: [], buildings: [] },
    manages: [],
    secondFactorAt: null,
    leavesOn: null,
    ...own,
  };
}

/**
 * Who tests of audiences need: `me` and a housemate; neighbours in my block of flats, in my street, in another street,
 * and in another neighbourhood.
 */
export async function neighbours({ homesInStreet = 25, homesInBuilding = 12 } = {}) {
  const here = await neighbourhood();
  const myStreet = await street(here.code, { homeCount: homesInStreet });
  const myDoor = await dwelling(here.code, { streetId: myStreet, dwellingCount: homesInBuilding });
  const nextDoor = await dwelling(here.code, { streetId: myStreet, buildingId: myDoor.buildingId });
  const downTheStreet = await dwelling(here.code, { streetId: myStreet });
  const aroundTheCorner = await dwelling(here.code);
  const farAway = await dwelling((await neighbourhood()).code);
  const home = await household(myDoor);
  return {
    here,
    me: asResident(await resident(home)),
    housemate: asResident(await resident(home)),
    flatmate: asResident(await resident(await household(nextDoor))),
    sameStreet: asResident(await resident(await household(downTheStreet))),
    otherStreet: asResident(await resident(await household(aroundTheCorner))),
    stranger: asResident(await resident(await household(farAway))),
  };
}
