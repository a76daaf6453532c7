import { createHash } from "node:crypto";
import type { Connection } from "../../db/connection.ts";

/** The id of the question that the household with this number asks, counted from 0. */
export const questionOf = (number: number) => createHash("md5").update(`question${number}`).digest("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/**
 * Adds what neighbours ask to a filled database: a question a household, half of them with an answer, a quarter with an outcome that its
 * asker accepted, an opening in every fifteenth home and a badge in every twentieth. Needs a login that bypasses policies; triggers rest,
 * so states are written as they would follow.
 */
export async function fillQuestions(connection: Connection, households: number): Promise<void> {
  const id = (kind: string, n = "n") => `md5('${kind}' || ${n})::uuid`;
  const all = `from generate_series(0, ${households - 1}) n`;
  const code = "'BU' || lpad((n / 700)::text, 8, '0')";
  const street = "lpad((n / 50)::text, 16, '0')";
  const home = "lpad(n::text, 16, '0')";
  const kind = "(array['solar_panels', 'cavity_insulation', 'glazing', 'heat_pump_hybrid', 'floor_insulation', 'charging_point', 'ventilation', null])[1 + n % 8]";
  const reach = `case when n % 10 < 8 then 'neighbourhood' else 'street:' || ${street} end`;
  const subject = "(array['de spouw', 'de kruipruimte', 'zonnepanelen op het dak', 'een warmtepomp', 'triple glas', 'de meterkast', 'een laadpaal', 'vocht in de slaapkamer', 'de vloer', 'het dak van de schuur', 'een regenton'])[1 + n % 11]";
  const asked = `(array['Wie weet een goed bedrijf voor ', 'Wat kost het isoleren van ', 'Wie heeft ervaring met ', 'Hoe lang duurt het werk aan ', 'Is er subsidie voor '])[1 + n % 5] || ${subject} || '?'`;
  const owner = `${code}, ${id("household")}, ${street}, ${home}, ${home}, ${id("account")}, 'Bewoner ' || n`;
  /** Who answers: somebody else of the same neighbourhood. */
  const other = "(n / 700 * 700 + (n % 700 + 37) % 700)";
  const answerer = `${code}, ${id("household", other)}, lpad((${other} / 50)::text, 16, '0'), lpad(${other}::text, 16, '0'), lpad(${other}::text, 16, '0'), ${id("account", other)}, 'Bewoner ' || ${other}`;
  const whole = `n % 700 + 37 < 700 or n / 700 * 700 + 700 <= ${households}`;
  const statements = [
    "set session_replication_role = replica",
    `insert into question (id, neighbourhood_code, household_id, street_id, building_id, dwelling_id, resident_id, shown_name, title, body, measure_kind, dwelling_type, state, audience, shared_at, created_at)
     select ${id("question")}, ${owner}, ${asked}, 'Ons huis is van ' || (1930 + n % 80) || '. We hebben al twee offertes, en die verschillen nogal. Wie kan ons op weg helpen met ' || ${subject} || '?',
       ${kind}, case when n % 3 = 0 then (array['terraced', 'end_terrace', 'semi_detached', 'detached'])[1 + n % 4] end,
       case when n % 4 = 2 then 'accepted' when n % 9 = 1 then 'claimed' else 'open' end,
       case when n % 10 < 8 then 'neighbourhood' else 'street' end, now() - n % 900 * interval '1 hour', now() - n % 900 * interval '1 hour' ${all}`,
    `insert into answer (id, neighbourhood_code, household_id, street_id, building_id, dwelling_id, resident_id, shown_name, question_id, asked_household_id, asked_resident_id, reach, body, outcome, source, found_on, cost_range, dwelling_types, shared_at, created_at)
     select ${id("answer")}, ${answerer}, ${id("question")}, ${id("household")}, ${id("account")}, ${reach},
       'Wij hebben het vorig jaar laten doen. Het was in een dag klaar, en de buren merkten er weinig van. Vraag om foto’s van het werk.', n % 4 = 2,
       case when n % 4 = 2 then 'Drie offertes vergeleken' end, case when n % 4 = 2 then current_date - n % 300 end, case when n % 4 = 2 then '2000_5000' end,
       case when n % 8 = 2 then array['terraced', 'end_terrace'] else '{}' end, now() - n % 890 * interval '1 hour', now() - n % 890 * interval '1 hour' ${all} where n % 2 = 0 and (${whole})`,
    `insert into outcome_verdict (neighbourhood_code, question_id, asked_household_id, asked_resident_id, reach, answer_id, verdict, household_id, resident_id, shown_name, street_id)
     select ${code}, ${id("question")}, ${id("household")}, ${id("account")}, ${reach}, ${id("answer")}, 'accepted', ${id("household")}, ${id("account")}, 'Bewoner ' || n, ${street} ${all} where n % 4 = 2 and (${whole})`,
    `insert into question_follow (question_id, neighbourhood_code, household_id, resident_id) select ${id("question")}, ${code}, ${id("household")}, ${id("account")} ${all}`,
    `insert into question_claim (neighbourhood_code, question_id, asked_household_id, asked_resident_id, reach, household_id, resident_id, shown_name, street_id, until)
     select ${code}, ${id("question")}, ${id("household")}, ${id("account")}, ${reach}, ${id("household", other)}, ${id("account", other)}, 'Bewoner ' || ${other}, lpad((${other} / 50)::text, 16, '0'), current_date + 14
     ${all} where n % 9 = 1 and n % 4 <> 2 and (${whole})`,
    `update measure set may_ask = true where left(household_id::text, 1) < '4'`,
    `insert into visit (neighbourhood_code, household_id, street_id, building_id, dwelling_id, resident_id, shown_name, shows_home, by_appointment, kinds, audience, shared_at)
     select ${owner}, n % 2 = 0, true, array[coalesce(${kind}, 'glazing')], 'neighbourhood', now() ${all} where n % 15 = 0`,
    `insert into koploper (neighbourhood_code, household_id, street_id, building_id, dwelling_id, resident_id, shown_name, shows_home, kinds, line, audience, shared_at)
     select ${owner}, n % 2 = 0, array[coalesce(${kind}, 'glazing')], 'Vraag maar.', 'neighbourhood', now() ${all} where n % 20 = 0`,
    "set session_replication_role = origin",
    "analyze",
  ];
  for (const statement of statements) await connection.script(statement);
}
