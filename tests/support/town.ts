import { eq } from "drizzle-orm";
import { account } from "../../db/schema/auth.ts";
import { household, membership, resident, roleGrant } from "../../db/schema/people.ts";
import { building, dwelling, municipality, neighbourhood, organisation, street, streetInNeighbourhood } from "../../db/schema/register.ts";
import { asAuth, asWorker, type ViewerSettings } from "../../db/viewer.server.ts";

// A town that is just large enough to stand in every relation to one household: the same home, building, street,
// neighbourhood, and another neighbourhood. Ids are fixed, so that tests can name them.

export const here = "BU99010001";
export const elsewhere = "BU99010002";

const id = (kind: number, number: number) => `00000000-0000-4000-8${String(kind).padStart(3, "0")}-${String(number).padStart(12, "0")}`;
const dwellingId = (number: number) => `990101${String(number).padStart(10, "0")}`;
const streets = { courtyard: "9901300000000001", lane: "9901300000000002", faraway: "9901300000000003" };
const buildings = { flat: "9901100000000001", house: "9901100000000002", laneHouse: "9901100000000003", farawayHouse: "9901100000000004" };

/** The organisation that manages the flat. */
export const managing = id(4, 1);

type Home = { dwellingId: string; buildingId: string; streetId: string; neighbourhoodCode: string };
const home = (number: number, buildingId: string, streetId: string, neighbourhoodCode: string): Home => ({
  dwellingId: dwellingId(number),
  buildingId,
  streetId,
  neighbourhoodCode,
});
const homes = {
  own: home(1, buildings.flat, streets.courtyard, here),
  building: home(2, buildings.flat, streets.courtyard, here),
  street: home(3, buildings.house, streets.courtyard, here),
  neighbourhood: home(4, buildings.laneHouse, streets.lane, here),
  elsewhere: home(5, buildings.farawayHouse, streets.faraway, elsewhere),
};
type HomeName = keyof typeof homes;

export type Neighbour = ViewerSettings & { accountId: string; dwellingId: string | null };
const living = (number: number, where: HomeName): Neighbour & Home & { householdId: string } => ({
  residentId: id(1, number),
  accountId: id(1, number),
  householdId: id(2, Object.keys(homes).indexOf(where) + 1),
  moderates: [],
  ...homes[where],
});
const homeless = (number: number, moderates: string[]): Neighbour => ({
  residentId: id(1, number),
  accountId: id(1, number),
  householdId: null,
  neighbourhoodCode: null,
  streetId: null,
  buildingId: null,
  dwellingId: null,
  moderates,
});

/** The people of the town, by their relation to the household of `own`. */
export const people = {
  own: living(1, "own"),
  secondAdult: living(2, "own"),
  sameBuilding: living(3, "building"),
  sameStreet: living(4, "street"),
  sameNeighbourhood: living(5, "neighbourhood"),
  otherNeighbourhood: living(6, "elsewhere"),
  moderatorHere: homeless(7, [here]),
  moderatorElsewhere: homeless(8, [elsewhere]),
  official: { ...homeless(9, []), officialNow: ["GM9901"] },
  /** Answers for the flat in which `own` lives. */
  propertyManager: { ...homeless(10, []), manages: [{ organisationId: managing, buildingId: buildings.flat }] },
};
export type Person = keyof typeof people;

/** The e-mail address of a person of the town. */
export const emailOf = (person: Person) => `${person.toLowerCase()}@voorbeeld.example`;

const square = { type: "Polygon" as const, coordinates: [[[5, 52], [5.01, 52], [5.01, 52.01], [5, 52.01], [5, 52]]] };
const box = { minLon: 5, minLat: 52, maxLon: 5.01, maxLat: 52.01 };

/** Fills an empty, migrated database with the town: registers, accounts, households and roles; nothing is shared yet. */
export async function buildTown(): Promise<void> {
  await asWorker(async (tx) => {
    await tx.insert(municipality).values({ code: "GM9901", name: "Voorbeeld" });
    await tx.insert(neighbourhood).values(
      [here, elsewhere].map((code) => ({ code, year: 2025, name: code, municipalityCode: "GM9901", geometry: square, ...box, served: true, source: "test" })),
    );
    await tx.insert(street).values([
      { id: streets.courtyard, name: "Binnenhof" },
      { id: streets.lane, name: "Zijlaan" },
      { id: streets.faraway, name: "Verreweg" },
    ]);
    await tx.insert(streetInNeighbourhood).values([
      { streetId: streets.courtyard, neighbourhoodCode: here, homeCount: 12 },
      { streetId: streets.lane, neighbourhoodCode: here, homeCount: 12 },
      { streetId: streets.faraway, neighbourhoodCode: elsewhere, homeCount: 12 },
    ]);
    await tx.insert(building).values(
      Object.entries(buildings).map(([name, buildingId]) => ({
        id: buildingId,
        neighbourhoodCode: name === "farawayHouse" ? elsewhere : here,
        status: "Pand in gebruik",
        geometry: square,
        ...box,
        footprintM2: 90,
        dwellingCount: name === "flat" ? 12 : 1,
        dwellingType: name === "flat" ? ("flat" as const) : ("terraced" as const),
      })),
    );
    await tx.insert(dwelling).values(
      Object.values(homes).map(({ dwellingId: homeId, ...where }, index) => ({
        id: homeId,
        ...where,
        postcode: "9901AA",
        houseNumber: index + 1,
        isHome: true,
        status: "Verblijfsobject in gebruik",
        lon: 5,
        lat: 52,
      })),
    );
  });
  await asAuth((tx) => tx.insert(account).values(Object.entries(people).map(([name, { accountId }]) => ({ id: accountId, email: emailOf(name as Person) }))));
  const residents = Object.values(people).flatMap((person) => (person.householdId ? [person as ReturnType<typeof living>] : []));
  await asWorker(async (tx) => {
    for (const [index, where] of Object.values(homes).entries()) await tx.insert(household).values({ id: id(2, index + 1), ...where });
    await tx.insert(resident).values(residents.map(({ residentId, householdId, neighbourhoodCode }) => ({ id: residentId, householdId, neighbourhoodCode: neighbourhoodCode! })));
    await tx.insert(membership).values(
      residents.map(({ residentId, householdId, neighbourhoodCode }) => ({ id: membershipId(residentId), residentId, householdId, neighbourhoodCode: neighbourhoodCode!, evidence: "sample" as const })),
    );
    await tx.insert(organisation).values({ id: managing, kind: "housing_corporation", name: "Wonen Voorbeeld" }).onConflictDoNothing();
    await tx.insert(roleGrant).values([
      { accountId: people.propertyManager.accountId, role: "property_manager", neighbourhoodCode: here, buildingId: buildings.flat, organisationId: managing },
      { accountId: people.moderatorHere.accountId, role: "moderator", neighbourhoodCode: here },
      { accountId: people.moderatorElsewhere.accountId, role: "moderator", neighbourhoodCode: elsewhere },
      { accountId: people.official.accountId, role: "official", municipalityCode: "GM9901" },
    ]);
  });
}

/** The membership with which somebody of the town lives in their home. */
export function membershipId(residentId: string): string {
  return residentId.replace("-8001-", "-8003-");
}

/** Moves a home to another neighbourhood, as an import of new boundaries does. */
export async function moveHome(where: HomeName, neighbourhoodCode: string): Promise<void> {
  await asWorker((tx) => tx.update(dwelling).set({ neighbourhoodCode }).where(eq(dwelling.id, homes[where].dwellingId)));
}
