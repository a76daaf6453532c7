import { randomInt, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { account } from "../../db/schema/auth.ts";
import * as people from "../../db/schema/people.ts";
import * as register from "../../db/schema/register.ts";
import { asAuth, asWorker, type ViewerSettings } from "../../db/viewer.server.ts";

// Small makers of a neighbourhood and its people, for tests on any database. Every one makes something new.

const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join("");
const square = (lon: number, lat: number, size: number) => ({
  geometry: { type: "Polygon" as const, coordinates: [[[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]] },
  minLon: lon,
  minLat: lat,
  maxLon: lon + size,
  maxLat: lat + size,
});

export type TestNeighbourhood = { code: string; municipalityCode: string; name: string };
export type TestDwelling = { id: string; neighbourhoodCode: string; streetId: string; buildingId: string; postcode: string; houseNumber: number };
export type TestHousehold = { id: string; dwelling: TestDwelling };
export type TestResident = ViewerSettings & { residentId: string; householdId: string; email: string; dwelling: TestDwelling };

/** A neighbourhood, in a municipality of its own unless told otherwise. */
export async function neighbourhood(options: { served?: boolean; name?: string; municipalityCode?: string } = {}): Promise<TestNeighbourhood> {
  const { served = true, name = "Proefbuurt" } = options;
  const code = `BU${digits(8)}`;
  const municipalityCode = options.municipalityCode ?? `GM${code.slice(2, 6)}`;
  await asWorker(async (tx) => {
    await tx.insert(register.municipality).values({ code: municipalityCode, name: "Proefstad" }).onConflictDoNothing();
    await tx.insert(register.neighbourhood).values({ code, municipalityCode, name, served, year: 2024, source: "test", ...square(5, 52, 0.02) });
  });
  return { code, municipalityCode, name };
}

/** A street; `homeCount` is what "mijn straat" is judged by. */
export async function street(neighbourhoodCode: string, { name = "Proefstraat", homeCount = 25 } = {}): Promise<string> {
  const id = `9900300${digits(9)}`;
  await asWorker(async (tx) => {
    await tx.insert(register.street).values({ id, name, placeName: "Proefstad" });
    await tx.insert(register.streetInNeighbourhood).values({ streetId: id, neighbourhoodCode, homeCount });
  });
  return id;
}

type DwellingOptions = { streetId?: string; buildingId?: string; dwellingCount?: number; postcode?: string; houseNumber?: number; houseLetter?: string; houseAddition?: string };

/** A home with its address; in a building and street of its own unless told otherwise. */
export async function dwelling(neighbourhoodCode: string, options: DwellingOptions = {}): Promise<TestDwelling> {
  const id = `9900010${digits(9)}`;
  const streetId = options.streetId ?? (await street(neighbourhoodCode));
  const buildingId = options.buildingId ?? `9900100${digits(9)}`;
  const postcode = options.postcode ?? `${1000 + randomInt(8999)}XX`;
  const houseNumber = options.houseNumber ?? 1 + randomInt(200);
  const { houseLetter, houseAddition } = options;
  await asWorker(async (tx) => {
    if (!options.buildingId) {
      await tx.insert(register.building).values({
        id: buildingId, neighbourhoodCode, builtYear: 1975, status: "Pand in gebruik", footprintM2: 60, dwellingType: "terraced",
        dwellingCount: options.dwellingCount ?? 1, sourceDate: "2024-01-08", ...square(5.01, 52.01, 0.0001),
      });
    }
    await tx.insert(register.dwelling).values({
      id, neighbourhoodCode, buildingId, streetId, postcode, houseNumber, houseLetter, houseAddition, areaM2: 110, purposes: ["woonfunctie"],
      isHome: true, status: "Verblijfsobject in gebruik", lon: 5.01, lat: 52.01, dwellingType: "terraced", sourceDate: "2024-01-08",
    });
    await tx.insert(register.dwellingBuilding).values({ dwellingId: id, buildingId });
    await tx.insert(register.address).values({ id: `9900200${digits(9)}`, dwellingId: id, isMain: true, streetId, postcode, houseNumber, houseLetter, houseAddition });
  });
  return { id, neighbourhoodCode, streetId, buildingId, postcode, houseNumber };
}

/** A household without people at a dwelling. */
export async function household(at: TestDwelling): Promise<TestHousehold> {
  const id = randomUUID();
  await asWorker((tx) =>
    tx.insert(people.household).values({ id, neighbourhoodCode: at.neighbourhoodCode, dwellingId: at.id, streetId: at.streetId, buildingId: at.buildingId }),
  );
  return { id, dwelling: at };
}

type ResidentOptions = { email?: string; displayName?: string | null; involvement?: people.Involvement | null; welcomed?: boolean; locale?: "nl" | "en" };

/** An adult with a log-in in a household; what comes back can be handed to `asViewer`. */
export async function resident(at: TestHousehold, options: ResidentOptions = {}): Promise<TestResident> {
  const { id, email } = await accountWithoutHome(options);
  const { neighbourhoodCode, streetId, buildingId } = at.dwelling;
  await asWorker(async (tx) => {
    await tx.insert(people.membership).values({ neighbourhoodCode, householdId: at.id, residentId: id, evidence: "letter" });
    await tx.insert(people.resident).values({
      id, neighbourhoodCode, householdId: at.id, displayName: options.displayName ?? null, involvement: options.involvement ?? null,
      welcomedAt: options.welcomed === false ? null : sql`now()`,
    });
  });
  return { residentId: id, householdId: at.id, neighbourhoodCode, streetId, buildingId, moderates: [], email, dwelling: at.dwelling };
}

/** An account that lives nowhere (yet). */
export async function accountWithoutHome({ email = `${randomUUID()}@voorbeeld.test`, locale = "nl" }: ResidentOptions = {}) {
  const id = randomUUID();
  await asAuth((tx) => tx.insert(account).values({ id, email, locale }));
  return { id, email };
}

/** Lets an account moderate a neighbourhood. */
export async function moderatorOf(accountId: string, neighbourhoodCode: string): Promise<void> {
  await asWorker((tx) => tx.insert(people.roleGrant).values({ accountId, role: "moderator", neighbourhoodCode }));
}

/** Lets an account read the published figures of a municipality. */
export async function officialOf(accountId: string, municipalityCode: string): Promise<void> {
  await asWorker((tx) => tx.insert(people.roleGrant).values({ accountId, role: "official", municipalityCode }));
}
