import { type SQL, sql } from "drizzle-orm";
import type { WorkerTx } from "../../../../db/viewer.server.ts";
import { figureTables, type FigureTopic } from "../release/tables.ts";

/** What a home that takes part has in it: names of cells, see `cellName`. Several households at one home are several of these. */
export type FrozenAnswer = { neighbourhood: string; dwelling: string; cells: string[] };

/**
 * What is counted of neighbourhoods, as it is now: of households that agreed to it, that still have somebody in them, and of
 * nobody else. Who agreed under a text that named measures and wishes only is counted in those only.
 */
export async function frozenAnswers(tx: WorkerTx, codes: readonly string[], topics: readonly FigureTopic[]): Promise<FrozenAnswer[]> {
  const facts = topics.map((topic) => of[topic]);
  const rows = await tx
    .select({ neighbourhood: sql<string>`c.neighbourhood_code`, dwelling: sql<string>`c.dwelling_id`, cells: sql<string | null>`f.cells` })
    .from(
      sql`(${counted(codes, topics)}) c left join lateral (
        select string_agg(a.cell, ' ') as cells from (${sql.join(facts, sql` union all `)}) a (cell)) f on true`,
    );
  return rows.map(({ neighbourhood, dwelling, cells }) => ({ neighbourhood, dwelling, cells: cells?.split(" ") ?? [] }));
}

/** Homes that got an invitation and of which no household takes part, and all homes, per neighbourhood. */
export async function countedOfPlaces(tx: WorkerTx, codes: readonly string[], topics: readonly FigureTopic[]): Promise<Map<string, { homes: number; invited: number }>> {
  const invited = topics.includes("conversion")
    ? sql`(select count(distinct l.dwelling_id) from letter l where l.neighbourhood_code = n.code and ${invitation}
        and not exists (select from (${counted(codes, topics)}) c where c.dwelling_id = l.dwelling_id))`
    : sql`0`;
  const rows = await tx
    .select({
      code: sql<string>`n.code`,
      homes: sql`(select count(*) from dwelling d where d.neighbourhood_code = n.code and d.is_home and d.ended_on is null)`.mapWith(Number),
      invited: invited.mapWith(Number),
    })
    .from(sql`unnest(${list(codes)}) n (code)`);
  return new Map(rows.map(({ code, ...counts }) => [code, counts]));
}

/** Whether a table asks more than measures and wishes. */
const asksMore: readonly FigureTopic[] = ["reach", "involvement", "conversion"];
const invitation = sql`l.signup_id is null and l.claim_id is null and l.paper_resident_id is null and l.printed_at is not null`;
const list = (codes: readonly string[]) => sql`string_to_array(${codes.join(" ")}, ' ')`;

function counted(codes: readonly string[], topics: readonly FigureTopic[]): SQL {
  return sql`select h.id, h.dwelling_id, h.neighbourhood_code, h.created_at from household h
    where h.neighbourhood_code = any (${list(codes)}) and h.ended_at is null
      and exists (select from consent g where g.household_id = h.id and g.purpose = 'published_figures' and g.withdrawn_at is null
        and (g.field_group = 'household' or ${!topics.some((topic) => asksMore.includes(topic))}))
      and (exists (select from membership m where m.household_id = h.id and m.ended_at is null)
        or exists (select from paper_resident p where p.household_id = h.id and p.taken_over_at is null and p.ended_at is null))`;
}

const doneOf = (topic: "insulation" | "installations") =>
  sql`select distinct ${`${topic}/`} || m.kind from measure m where m.household_id = c.id and m.state = 'done' and m.withdrawn_at is null and m.hidden_at is null
    and m.kind = any (${list(figureTables[topic].cells)})`;

const wishes = sql`select from wish w where w.household_id = c.id and w.scope = 'home' and w.withdrawn_at is null and w.hidden_at is null`;
const measures = sql`select from measure m where m.household_id = c.id and m.withdrawn_at is null and m.hidden_at is null`;
// Since it was invited, or came by itself: what was done long before is not what came of it.
const since = sql`m.state = 'done' and m.year >= extract(year from coalesce((select min(l.printed_at) from letter l where l.dwelling_id = c.dwelling_id and ${invitation}), c.created_at))`;

/** A select per table that gives the cells of the household `c`. */
const of: Record<FigureTopic, SQL> = {
  taking_part: sql`select 'taking_part/homes'`,
  reach: sql`select 'reach/' || case when exists (select from paper_resident p where p.household_id = c.id) then 'paper' else
    (select m.evidence from membership m where m.household_id = c.id and m.evidence in ('letter', 'vouch', 'door') order by m.started_at, m.id limit 1) end`,
  involvement: sql`select 'involvement/' || (select r.involvement from resident r where r.household_id = c.id and r.involvement is not null
    order by array_position(${list(figureTables.involvement.cells)}, r.involvement) limit 1)`,
  conversion: sql`select 'conversion/' || s.step from (values
    ('approached', exists (select from letter l where l.dwelling_id = c.dwelling_id and ${invitation})),
    ('decided', exists (${wishes}) or exists (${measures} and (m.state = 'planned' or ${since}))),
    ('done', exists (${measures} and ${since}))) s (step, reached) where s.reached`,
  insulation: doneOf("insulation"),
  installations: doneOf("installations"),
  wishes: sql`select distinct 'wishes/' || w.kind from wish w where w.household_id = c.id and w.scope = 'home' and w.withdrawn_at is null and w.hidden_at is null
    and w.kind = any (${list(figureTables.wishes.cells)})`,
};
