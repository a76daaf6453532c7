import type { Connection } from "../../db/connection.ts";

/** Homes in one synthetic neighbourhood. */
export const homesPerNeighbourhood = 700;

/** The e-mail address of the household with this number, counted from 1. */
export const benchEmail = (number: number) => `bench-${number}@voorbeeld.test`;

/**
 * Fills a migrated, empty database with synthetic households: neighbourhoods of 700 homes in 14 streets, one account each,
 * 0.7 measures and 0.3 wishes per household, two thirds of them shared, and a year of published figures. Needs a login that bypasses policies.
 */
export async function fill(connection: Connection, households: number): Promise<void> {
  const neighbourhoods = Math.ceil(households / homesPerNeighbourhood);
  const id = (kind: string, n = "n") => `md5('${kind}' || ${n})::uuid`;
  const statements = [
    `insert into municipality (code, name) values ('GM9900', 'Meetstad')`,
    `insert into neighbourhood (code, year, name, municipality_code, geometry, min_lon, min_lat, max_lon, max_lat, served, source)
     select 'BU' || lpad(b::text, 8, '0'), 2024, 'Meetbuurt ' || b, 'GM9900',
       jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array(jsonb_build_array(jsonb_build_array(5, 52), jsonb_build_array(5.01, 52), jsonb_build_array(5.01, 52.01), jsonb_build_array(5, 52)))),
       5, 52, 5.01, 52.01, true, 'bench' from generate_series(0, ${neighbourhoods - 1}) b`,
    `insert into street (id, name, place_name) select lpad(s::text, 16, '0'), 'Meetstraat ' || s, 'Meetstad' from generate_series(0, ${neighbourhoods * 14 - 1}) s`,
    `insert into street_in_neighbourhood select lpad(s::text, 16, '0'), 'BU' || lpad((s / 14)::text, 8, '0'), 50 from generate_series(0, ${neighbourhoods * 14 - 1}) s`,
    `insert into building (id, neighbourhood_code, built_year, status, geometry, min_lon, min_lat, max_lon, max_lat, footprint_m2, dwelling_count, dwelling_type)
     select lpad(n::text, 16, '0'), 'BU' || lpad((n / 700)::text, 8, '0'), 1960 + n % 60, 'Pand in gebruik',
       jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array(jsonb_build_array(
         jsonb_build_array(x, y), jsonb_build_array(x + 0.0001, y), jsonb_build_array(x + 0.0001, y + 0.0001), jsonb_build_array(x, y + 0.0001), jsonb_build_array(x, y)))),
       x, y, x + 0.0001, y + 0.0001, 60, 1, (array['terraced', 'end_terrace', 'semi_detached', 'detached'])[1 + n % 4]
     from (select n, 5 + (n % 700 % 30) * 0.0003 as x, 52 + (n % 700 / 30) * 0.0003 as y from generate_series(0, ${households - 1}) n) grid`,
    `insert into dwelling (id, neighbourhood_code, building_id, street_id, postcode, house_number, area_m2, purposes, is_home, status, lon, lat, dwelling_type)
     select lpad(n::text, 16, '0'), 'BU' || lpad((n / 700)::text, 8, '0'), lpad(n::text, 16, '0'), lpad((n / 50)::text, 16, '0'), '9900AA', 1 + n % 50, 80 + n % 80, '{woonfunctie}',
       true, 'Verblijfsobject in gebruik', 5 + (n % 700 % 30) * 0.0003, 52 + (n % 700 / 30) * 0.0003, (array['terraced', 'end_terrace', 'semi_detached', 'detached'])[1 + n % 4]
     from generate_series(0, ${households - 1}) n`,
    `insert into auth.account (id, email) select ${id("account")}, 'bench-' || (n + 1) || '@voorbeeld.test' from generate_series(0, ${households - 1}) n`,
    `insert into household (id, neighbourhood_code, dwelling_id, street_id, building_id)
     select ${id("household")}, 'BU' || lpad((n / 700)::text, 8, '0'), lpad(n::text, 16, '0'), lpad((n / 50)::text, 16, '0'), lpad(n::text, 16, '0') from generate_series(0, ${households - 1}) n`,
    `insert into resident (id, neighbourhood_code, household_id, display_name, involvement, welcomed_at)
     select ${id("account")}, 'BU' || lpad((n / 700)::text, 8, '0'), ${id("household")}, 'Bewoner ' || n, 'join_in', now() from generate_series(0, ${households - 1}) n`,
    `insert into membership (neighbourhood_code, household_id, resident_id, evidence)
     select 'BU' || lpad((n / 700)::text, 8, '0'), ${id("household")}, ${id("account")}, 'sample' from generate_series(0, ${households - 1}) n`,
    `insert into measure (neighbourhood_code, household_id, street_id, building_id, dwelling_id, resident_id, shown_name, kind, state, year, cost_range, satisfaction, experience, audience, shared_at)
     select 'BU' || lpad((n / 700)::text, 8, '0'), ${id("household")}, lpad((n / 50)::text, 16, '0'), lpad(n::text, 16, '0'), lpad(n::text, 16, '0'), ${id("account")}, 'Bewoner ' || n,
       (array['solar_panels', 'cavity_insulation', 'roof_insulation', 'heat_pump_hybrid'])[1 + n % 4], 'done', 2010 + n % 16, '2000_5000', 1 + n % 5,
       'We zijn er blij mee. Het huis is een stuk behaaglijker dan eerst, en de rekening is lager.',
       (array['neighbourhood', 'street', 'household'])[1 + n % 3], now() - n % 1000 * interval '1 hour'
     from generate_series(0, ${households - 1}) n where n % 10 < 7`,
    `insert into wish (neighbourhood_code, household_id, street_id, building_id, dwelling_id, resident_id, shown_name, scope, kind, horizon, audience, shared_at)
     select 'BU' || lpad((n / 700)::text, 8, '0'), ${id("household")}, lpad((n / 50)::text, 16, '0'), lpad(n::text, 16, '0'), lpad(n::text, 16, '0'), ${id("account")}, 'Bewoner ' || n,
       'home', 'heat_pump_hybrid', 'few_years', (array['neighbourhood', 'street', 'household'])[1 + n % 3], now() - n % 1000 * interval '1 hour'
     from generate_series(0, ${households - 1}) n where n % 10 >= 7`,
    // Four quarters of figures, each with two tables.
    `insert into published_release (id, area, area_name, district, municipality_code, neighbourhoods, quarter, number, form, dwellings, prepared_on, published_on)
     select md5('release' || b || q)::uuid, 'BU' || lpad(b::text, 8, '0'), 'Meetbuurt ' || b, 'WK' || substr(lpad(b::text, 8, '0'), 1, 6), 'GM9900', array['BU' || lpad(b::text, 8, '0')], '2024-Q' || q, q, 'numbers', 700, '2024-01-10', '2024-01-12'
     from generate_series(0, ${neighbourhoods - 1}) b, generate_series(1, 4) q`,
    `insert into published_figure (release_id, area, municipality_code, neighbourhoods, topic, cell, place, kind, value)
     select r.id, r.area, r.municipality_code, r.neighbourhoods, f.topic, f.cell, f.place, 'about', 5 * f.place
     from published_release r join (values (0, 'taking_part', 'homes', 20), (1, 'reach', 'letter', 12), (1, 'reach', 'vouch', 7), (1, 'involvement', 'join_in', 9), (1, 'involvement', 'informed', 11), (1, 'conversion', 'approached', 18), (1, 'conversion', 'decided', 10),
       (1, 'conversion', 'done', 6), (2, 'insulation', 'glazing', 9), (2, 'insulation', 'roof_insulation', 8), (2, 'insulation', 'cavity_insulation', 6), (3, 'installations', 'solar_panels', 12), (3, 'installations', 'heat_pump_hybrid', 4),
       (4, 'wishes', 'heat_pump_hybrid', 10), (4, 'wishes', 'green_roof', 5)) f (turn, topic, cell, place) on f.turn in (0, r.number)`,
    "analyze",
  ];
  for (const statement of statements) await connection.script(statement);
}
