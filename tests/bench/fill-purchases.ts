import type { Connection } from "../../db/connection.ts";

/** The purchase that everybody signs up for. */
export const busyPurchase = "00000000-0000-4000-8046-000000000001";
/** Who manages it, as a household of `fill`, counted from 1. */
export const moderatorNumber = 1;
/** The sign-up of the household with this number, counted from 0. */
export const signUpOf = (number: number) => `00000000-0000-4000-9046-${String(number).padStart(12, "0")}`;
/** How far the sign-ups come, by their number. */
const ends = ["interest", "offered", "ordered", "suitability", "confirmed", "offered", "declined", "delivered", "planned", "unsuitable"] as const;
/** Whether the household with this number has an offer that it has not answered. */
export const isOffered = (number: number) => ends[number % ends.length] === "offered";

/**
 * Adds a purchase for all neighbourhoods of a filled database, with a sign-up of each of its first households, spread over the steps with
 * the steps that led there, answers and offers; and twenty older purchases that have ended. Needs a login that bypasses policies;
 * triggers rest, so counts are written as they would follow.
 */
export async function fillPurchases(connection: Connection, signUps: number): Promise<void> {
  const signUp = "('00000000-0000-4000-9046-' || lpad(n::text, 12, '0'))::uuid";
  const all = `generate_series(0, ${signUps - 1}) n`;
  const older = "('00000000-0000-4000-8047-' || lpad(k::text, 12, '0'))::uuid";
  const code = "'BU' || lpad((n / 700)::text, 8, '0')";
  const household = "md5('household' || n)::uuid";
  const account = "md5('account' || n)::uuid";
  const state = `(array['${ends.join("', '")}'])[1 + n % ${ends.length}]`;
  /** The steps until each end, the end included. */
  const way = `case ${state}
    when 'interest' then array['interest'] when 'suitability' then array['interest', 'suitability'] when 'unsuitable' then array['interest', 'suitability', 'unsuitable']
    when 'offered' then array['interest', 'suitability', 'suitable', 'offered'] when 'declined' then array['interest', 'suitability', 'suitable', 'offered', 'declined']
    when 'ordered' then array['interest', 'suitability', 'suitable', 'offered', 'ordered'] when 'confirmed' then array['interest', 'suitability', 'suitable', 'offered', 'ordered', 'confirmed']
    when 'planned' then array['interest', 'suitability', 'suitable', 'offered', 'ordered', 'confirmed', 'planned']
    else array['interest', 'suitability', 'suitable', 'offered', 'ordered', 'confirmed', 'planned', 'delivered'] end`;
  const ordering = `${state} in ('ordered', 'confirmed', 'planned', 'delivered')`;
  const orders = `(select count(*) from ${all} where ${ordering})`;
  const rules = "'contract', 'De leverancier, niet de coöperatie', 'Geen', 'Prijs, garantie en wat buren ervan vinden', 'Niemand van de kiezers verdient eraan', array['name', 'email', 'address'], current_date + 900";
  const statements = [
    "set session_replication_role = replica",
    `insert into purchase (id, title, body, kinds, for_tenants, supplier, supplier_why, state, orders, most_orders, places, made_by, opened_at)
     select '${busyPurchase}', 'Zonnepanelen voor de hele stad', 'Samen kopen we zonnepanelen in.', '{solar_panels}', true, 'Zon Voorbeeld', 'De beste garantie voor deze prijs', 'open',
       ${orders}, ${orders}, ${orders}, md5('account0')::uuid, now() - interval '20 days'`,
    `insert into purchase (id, title, kinds, state, supplier, supplier_why, orders, most_orders, places, made_by, opened_at, ended_at)
     select ${older}, 'Eerdere inkoop ' || k, '{glazing}', 'finished', 'Glas Voorbeeld', 'De beste prijs', 40, 42, 40, md5('account0')::uuid, now() - k * interval '40 days', now() - k * interval '30 days' from generate_series(1, 20) k`,
    `insert into purchase_rules (purchase_id, version, threshold, deadline, below, withdrawal, cooling_off_from, contracting_party, commission, criteria, interests, supplier_fields, keep_until, adopted_at)
     select id, 1, 30, current_date + 30, 'cancel', 'price_follows', ${rules}, opened_at from purchase`,
    "insert into purchase_tier select id, 1, t, 450000 - t * 100, 0 from purchase, unnest(array[1, 50, 500]) t",
    "insert into purchase_neighbourhood select p.id, n.code from purchase p, neighbourhood n",
    `insert into purchase_check (id, purchase_id, place, question, kind) values ('00000000-0000-4000-8048-000000000001', '${busyPurchase}', 1, 'Ligt het dak in de zon?', 'yes_no')`,
    `insert into purchase_sign_up (id, purchase_id, joined_in, neighbourhood_code, household_id, dwelling_id, street_id, building_id, resident_id, party, rules_version, state, mover, moved_by, moved_at, reason,
       adult, offer_version, terms_version, ordered_at, cooling_off_from, cooling_off_until, planned_on, delivered_on, created_at)
     select ${signUp}, '${busyPurchase}', ${code}, ${code}, ${household}, lpad(n::text, 16, '0'), lpad((n / 50)::text, 16, '0'), lpad(n::text, 16, '0'), ${account}, 'owner', 1, ${state}, 'resident', ${account}, now() - n * interval '1 minute',
       case ${state} when 'declined' then 'price' when 'unsuitable' then 'technical' end, ${ordering}, case when ${ordering} then 1 end, case when ${ordering} then '1' end, case when ${ordering} then now() - interval '9 days' end,
       case when ${ordering} then current_date - 9 end, case when ${ordering} then current_date + 6 end, case when ${state} in ('planned', 'delivered') then current_date + 20 end, case when ${state} = 'delivered' then current_date end,
       now() - interval '15 days' from ${all}`,
    `insert into purchase_sign_up_event (sign_up_id, joined_in, household_id, from_state, to_state, mover, actor_id, at)
     select ${signUp}, ${code}, ${household}, (${way})[place - 1], step, 'moderator', md5('account0')::uuid, now() - interval '15 days' + place * interval '1 day' from ${all}, unnest(${way}) with ordinality w (step, place)`,
    `insert into purchase_check_answer (sign_up_id, check_id, joined_in, household_id, answer) select ${signUp}, '00000000-0000-4000-8048-000000000001', ${code}, ${household}, 'ja' from ${all} where ${state} <> 'interest'`,
    `insert into purchase_offer (sign_up_id, version, joined_in, household_id, price_cents, price_vat_cents, valid_until) select ${signUp}, 1, ${code}, ${household}, 450000, 0, current_date + 20 from ${all} where 'offered' = any (${way})`,
    `insert into role_grant (account_id, role, neighbourhood_code) select md5('account0')::uuid, 'moderator', code from neighbourhood`,
    "set session_replication_role = origin",
    "analyze",
  ];
  for (const statement of statements) await connection.script(statement);
}
