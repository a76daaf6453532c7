import { type SQL, sql } from "drizzle-orm";
import { asAuth, asWorker } from "../../db/viewer.server.ts";

// Neighbourhoods with as many households as figures need, made by the hundred. Homes are numbered from 1.

export const square = '{"type":"Polygon","coordinates":[[[5,52],[5.01,52],[5.01,52.01],[5,52.01],[5,52]]]}';
/** The home with a number in a neighbourhood. */
export const homeOf = (code: string, number: number) => `${code.slice(2)}${String(number).padStart(8, "0")}`;
const id = (what: string, code: string, number: SQL) => sql`md5(${`${what} ${code} `} || ${number})::uuid`;

/** Makes a served neighbourhood with so many homes and nobody in them. */
export async function figureNeighbourhood(code: string, homes: number): Promise<void> {
  await asWorker(async (tx) => {
    await tx.execute(sql`insert into municipality (code, name) values (${`GM${code.slice(2, 6)}`}, 'Voorbeeld') on conflict do nothing`);
    await tx.execute(sql`insert into neighbourhood (code, year, name, municipality_code, geometry, min_lon, min_lat, max_lon, max_lat, served, source)
      values (${code}, 2025, ${`Buurt ${code.slice(-2)}`}, ${`GM${code.slice(2, 6)}`}, ${square}::jsonb, 5, 52, 5.01, 52.01, true, 'test') on conflict do nothing`);
    await tx.execute(sql`insert into street (id, name) values (${`9${code.slice(2)}`}, 'Lange straat') on conflict do nothing`);
    await tx.execute(sql`insert into dwelling (id, neighbourhood_code, street_id, postcode, house_number, is_home, status, lon, lat)
      select ${code.slice(2)} || lpad(n::text, 8, '0'), ${code}, ${`9${code.slice(2)}`}, '9901AA', n, true, 'Verblijfsobject in gebruik', 5, 52 from generate_series(1, ${homes}::int) n`);
  });
}

export type Answers = { measures?: string[]; wishes?: string[]; involvement?: string; fieldGroup?: string; textVersion?: string; evidence?: "letter" | "vouch" | "door" };

/** Gives the homes from one number to another a household each, of one adult, that agreed to be counted. */
export async function countedHouseholds(code: string, from: number, to: number, { measures = [], wishes = [], involvement = "informed", fieldGroup = "household", textVersion = "published_figures-4", evidence = "letter" }: Answers = {}): Promise<void> {
  const [person, household] = [id("person", code, sql`n`), id("household", code, sql`n`)];
  const [numbers, home, street] = [sql`generate_series(${from}::int, ${to}::int) n`, sql`${code.slice(2)} || lpad(n::text, 8, '0')`, `9${code.slice(2)}`];
  await asAuth((tx) => tx.execute(sql`insert into auth.account (id, email) select ${person}, ${`${code.toLowerCase()}-`} || n || '@voorbeeld.example' from ${numbers} on conflict do nothing`));
  await asWorker(async (tx) => {
    await tx.execute(sql`insert into household (id, neighbourhood_code, dwelling_id, street_id) select ${household}, ${code}, ${home}, ${street} from ${numbers}`);
    await tx.execute(sql`insert into resident (id, neighbourhood_code, household_id, involvement) select ${person}, ${code}, ${household}, ${involvement} from ${numbers}`);
    await tx.execute(sql`insert into membership (neighbourhood_code, household_id, resident_id, evidence) select ${code}, ${household}, ${person}, ${evidence} from ${numbers}`);
    await tx.execute(sql`insert into consent (neighbourhood_code, household_id, resident_id, purpose, field_group, text_version, text_shown, locale)
      select ${code}, ${household}, ${person}, 'published_figures', ${fieldGroup}, ${textVersion}, 'Ja', 'nl' from ${numbers}`);
    for (const kind of measures)
      await tx.execute(sql`insert into measure (neighbourhood_code, household_id, street_id, dwelling_id, resident_id, kind, state, year)
        select ${code}, ${household}, ${street}, ${home}, ${person}, ${kind}, 'done', 2031 from ${numbers}`);
    for (const kind of wishes)
      await tx.execute(sql`insert into wish (neighbourhood_code, household_id, street_id, dwelling_id, resident_id, scope, kind)
        select ${code}, ${household}, ${street}, ${home}, ${person}, 'home', ${kind} from ${numbers}`);
  });
}

/** A moderator of neighbourhoods, as the database knows one. */
export const moderatorOf = (number: number, ...codes: string[]) => ({ residentId: `00000000-0000-4000-8099-${String(number).padStart(12, "0")}`, householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null, moderates: codes });
