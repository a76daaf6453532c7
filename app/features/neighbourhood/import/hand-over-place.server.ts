import type { BulkTx } from "../../../../db/copy.server.ts";
import type { Succession } from "./follow-successions.server.ts";

/**
 * What is kept about a neighbourhood as a whole, or about somebody who left, and follows no home. The log of roles is only
 * ever added to: what happened under the old code stays there.
 */
const ofThePlace = ["announcement", "missing_address", "report", "vouch", "vouch_loss", "assisted_session", "letter_batch"] as const;

/**
 * After the homes went: the neighbourhoods that got households are open from now on, served by whom the old one was, and the
 * moderators of the old one moderate them. Letters go with their home. Where the old code ends, what is about the
 * neighbourhood as a whole goes to the successor with most homes.
 */
export async function handOverPlace(tx: BulkTx, succession: Succession, main: string, codes: readonly string[]): Promise<void> {
  const { code, boundary } = succession;
  await tx.rows(
    `update neighbourhood t set served = true, served_by = coalesce(t.served_by, o.served_by), map_version = t.map_version + 1
     from neighbourhood o where o.code = $1 and t.code = any ($2::text[]) and t.code <> $1`,
    [code, codes],
  );
  await moveLetters(tx, code, boundary ? code : main);
  if (!boundary) {
    for (const table of ofThePlace) await tx.rows(`update ${table} set neighbourhood_code = $2 where neighbourhood_code = $1`, [code, main]);
    await tx.rows("update base_map b set neighbourhood_code = $2 where b.neighbourhood_code = $1 and not exists (select from base_map o where o.neighbourhood_code = $2)", [code, main]);
  }
  await handOverRoles(tx, succession, main, codes);
}

/** A file that was ordered is of one neighbourhood; a letter that goes elsewhere is made again with the next one. */
async function moveLetters(tx: BulkTx, code: string, rest: string): Promise<void> {
  await tx.rows(
    `update letter l set neighbourhood_code = m.code, batch_id = case when m.code = $2 then l.batch_id end
     from moved_dwelling m where m.id = l.dwelling_id and (l.neighbourhood_code = $1 or l.batch_id is not null) and m.code <> $1`,
    [code, rest],
  );
}

/**
 * Moderators of the old neighbourhood become those of the new ones until the same day; a contact person of a street goes
 * along with the own household. What is given for a building went with the building. Invitations that nobody answered lapse.
 */
async function handOverRoles(tx: BulkTx, { code, boundary, decidedBy }: Succession, main: string, codes: readonly string[]): Promise<void> {
  await tx.rows(
    `with given as (
       insert into role_grant (account_id, role, neighbourhood_code, granted_by, starts_on, ends_on)
       select g.account_id, g.role, c.code, $3, g.starts_on, g.ends_on from role_grant g cross join unnest($2::text[]) as c (code)
       where g.neighbourhood_code = $1 and g.role = 'moderator' and g.ended_at is null and c.code <> $1
       on conflict do nothing returning id, account_id, neighbourhood_code, ends_on
     )
     insert into role_event (deed, role, neighbourhood_code, actor_id, subject_id, grant_id, ends_on)
     select 'granted', 'moderator', neighbourhood_code, $3, account_id, id, ends_on from given`,
    [code, codes, decidedBy],
  );
  await tx.rows(
    `update role_grant g set neighbourhood_code = h.neighbourhood_code from membership m join household h on h.id = m.household_id
     where g.neighbourhood_code = $1 and g.role = 'contact_person' and g.street_id is not null and g.ended_at is null
     and m.resident_id = g.account_id and m.ended_at is null and h.neighbourhood_code <> $1
     and not exists (select from role_grant o where o.account_id = g.account_id and o.role = g.role and o.ended_at is null and o.neighbourhood_code = h.neighbourhood_code and o.street_id = g.street_id)`,
    [code],
  );
  if (boundary) return;
  await tx.rows(
    `with over as (update role_grant set ended_at = now() where neighbourhood_code = $1 and ended_at is null returning id, account_id, role, street_id)
     insert into role_event (deed, role, neighbourhood_code, street_id, actor_id, subject_id, grant_id) select 'ended', role, $2, street_id, $3, account_id, id from over`,
    [code, main, decidedBy],
  );
}
