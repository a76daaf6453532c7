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
  const rows = await tx
    .select({ neighbourhood: sql<string>`c.neighbourhood_code`, dwelling: sql<string>`c.dwelling_id`, cells: sql<string | null>`c.cells` })
    .from(
      sql`(select c.neighbourhood_code, c.dwelling_id, string_agg(a.cell, ' ') as cells
        from (${counted(codes, topics)}) c left join (${sql.join(topics.map((topic) => of[topic](codes)), sql` union all `)}) a (id, cell) on a.id = c.id
        group by c.id, c.neighbourhood_code, c.dwelling_id) c`,
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

/*
 * Each table is read once for all neighbourhoods of a draw, and what it says is kept of the households that are counted: asked
 * household by household, or of a list of them, a country took several times as long.
 */
const here = (row: SQL, codes: readonly string[]) => sql`${row}.neighbourhood_code = any (${list(codes)})`;
const standing = (row: SQL, codes: readonly string[]) => sql`${here(row, codes)} and ${row}.withdrawn_at is null and ${row}.hidden_at is null`;
const [household, measure, wish] = [sql`h`, sql`m`, sql`w`];

const doneOf = (topic: "insulation" | "installations") => (codes: readonly string[]) =>
  sql`select distinct m.household_id, ${`${topic}/`} || m.kind from measure m where ${standing(measure, codes)} and m.state = 'done' and m.kind = any (${list(figureTables[topic].cells)})`;

/** A select per table that gives cells of households in these neighbourhoods: the id of the household, and the cell, or null. */
const of: Record<FigureTopic, (codes: readonly string[]) => SQL> = {
  taking_part: (codes) => sql`select h.id, 'taking_part/homes' from household h where ${here(household, codes)}`,
  reach: (codes) => sql`select h.id, 'reach/' || case when p.household_id is not null then 'paper' else m.evidence end from household h
    left join (select distinct p.household_id from paper_resident p where ${here(sql`p`, codes)}) p on p.household_id = h.id
    left join (select distinct on (m.household_id) m.household_id, m.evidence from household h join membership m on m.household_id = h.id
      where ${here(household, codes)} and m.evidence in ('letter', 'vouch', 'door') order by m.household_id, m.started_at, m.id) m on m.household_id = h.id
    where ${here(household, codes)}`,
  involvement: (codes) => sql`select * from (select distinct on (r.household_id) r.household_id, 'involvement/' || r.involvement from resident r where ${here(sql`r`, codes)} and r.involvement is not null
    order by r.household_id, array_position(${list(figureTables.involvement.cells)}, r.involvement)) r`,
  // Done since it was invited, or came by itself: what was done long before is not what came of it.
  conversion: (codes) => sql`select s.id, 'conversion/' || step from (
      select h.id, l.invited_at is not null as approached, w.household_id is not null or coalesce(m.planned, false) or coalesce(m.done_in >= since.year, false) as decided, coalesce(m.done_in >= since.year, false) as done
      from household h
      left join (select l.dwelling_id, min(l.printed_at) as invited_at from letter l where ${invitation} and l.dwelling_id in (select h.dwelling_id from household h where ${here(household, codes)}) group by l.dwelling_id) l
        on l.dwelling_id = h.dwelling_id
      left join (select distinct w.household_id from wish w where ${standing(wish, codes)} and w.scope = 'home') w on w.household_id = h.id
      left join (select m.household_id, bool_or(m.state = 'planned') as planned, max(m.year) filter (where m.state = 'done') as done_in from measure m where ${standing(measure, codes)} group by m.household_id) m on m.household_id = h.id
      cross join lateral (select extract(year from coalesce(l.invited_at, h.created_at)) as year) since
      where ${here(household, codes)}) s
    cross join lateral (values ('approached', s.approached), ('decided', s.decided), ('done', s.done)) steps (step, reached) where reached`,
  insulation: doneOf("insulation"),
  installations: doneOf("installations"),
  wishes: (codes) => sql`select distinct w.household_id, 'wishes/' || w.kind from wish w where ${standing(wish, codes)} and w.scope = 'home' and w.kind = any (${list(figureTables.wishes.cells)})`,
};
