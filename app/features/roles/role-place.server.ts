import { type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";

/** Where a role is, by the names of the public register; of a building the first address in it. */
export type RolePlace = { neighbourhoodName: string | null; municipalityName: string | null; streetName: string | null; buildingAddress: string | null };

/** The columns that name the place of a row with the four columns of a place, whatever else is selected. */
export function placeColumns(table: PgTable): { [Name in keyof RolePlace]: SQL<string | null> } {
  const of = (column: string) => wholeName(table, column);
  return {
    neighbourhoodName: sql<string | null>`(select n.name from neighbourhood n where n.code = ${of("neighbourhood_code")})`,
    municipalityName: sql<string | null>`(select m.name from municipality m where m.code = ${of("municipality_code")})`,
    streetName: sql<string | null>`(select s.name from street s where s.id = ${of("street_id")})`,
    buildingAddress: sql<string | null>`(select s.name || ' ' || d.house_number from dwelling d join street s on s.id = d.street_id
      where d.building_id = ${of("building_id")} and d.ended_on is null order by d.house_number, d.id limit 1)`,
  };
}

/** The name of the organisation for which a property manager answers, whatever else is selected; null for every other role. */
export function managerName(table: PgTable): SQL<string | null> {
  return sql<string | null>`(select o.name from organisation o where o.id = ${wholeName(table, "organisation_id")})`;
}

// Written out whole: drizzle leaves the name of the table away where it selects from one table, and the inner one would answer.
function wholeName(table: PgTable, column: string): SQL {
  const { schema, name } = getTableConfig(table);
  return schema ? sql`${sql.identifier(schema)}.${sql.identifier(name)}.${sql.identifier(column)}` : sql`${sql.identifier(name)}.${sql.identifier(column)}`;
}

/** The first day of a role: without an invitation that is the day on which it was given. */
export const firstDay = sql<string>`(case when role_grant.invitation_id is null then (role_grant.started_at at time zone 'Europe/Amsterdam')::date else role_grant.starts_on end)::text`;
