import { type SQL, sql } from "drizzle-orm";
import { joinedByHashing, type WorkerTx } from "../../../../db/viewer.server.ts";
import { exits } from "../../../../db/schema/purchase-choices.ts";
import { figureTables, type FigureTopic } from "../release/tables.ts";

/** A home that takes part, and what it has in it: names of cells (`cellName`) with a space between. Several households at one home are several of these. */
export type FrozenAnswer = { neighbourhood: string; dwelling: string; cells: string };

/**
 * What is counted of neighbourhoods, as it is now: of households that agreed to it, that still have somebody in them, and of
 * nobody else. Who agreed under a text that named measures and wishes only is counted in those only.
 */
export async function frozenAnswers(tx: WorkerTx, codes: readonly string[], topics: readonly FigureTopic[]): Promise<FrozenAnswer[]> {
  const asked = topics.filter((topic) => topic !== "taking_part");
  // A row per neighbourhood and not per household: taking rows apart would be most of the work.
  const rows = await joinedByHashing(tx, () =>
    tx
      .select({ neighbourhood: sql<string>`c.neighbourhood_code`, homes: sql<string>`string_agg(c.dwelling_id || ${sql.join(asked.map((topic) => sql`coalesce(' ' || ${sql.identifier(topic)}.cells, '')`), sql` || `)}, ',')` })
      .from(sql`(${counted(codes, topics)}) c ${sql.join(asked.map((topic) => sql`left join (${of[topic](codes)}) ${sql.identifier(topic)} (id, cells) on ${sql.identifier(topic)}.id = c.id`), sql` `)}`)
      .groupBy(sql`c.neighbourhood_code`),
  );
  return rows.flatMap(({ neighbourhood, homes }) =>
    homes.split(",").map((home) => {
      const end = home.indexOf(" ");
      return end < 0 ? { neighbourhood, dwelling: home, cells: "" } : { neighbourhood, dwelling: home.slice(0, end), cells: home.slice(end + 1) };
    }),
  );
}

/** Homes that got an invitation and of which no household takes part, and all homes, per neighbourhood. */
export async function countedOfPlaces(tx: WorkerTx, codes: readonly string[], topics: readonly FigureTopic[]): Promise<Map<string, { homes: number; invited: number }>> {
  const invited = topics.includes("conversion")
    ? sql`select l.neighbourhood_code, count(distinct l.dwelling_id) from letter l
        where ${here(sql`l`, codes)} and ${invitation} and l.dwelling_id not in (select c.dwelling_id from (${counted(codes, topics)}) c) group by 1`
    : sql`select '', 0`;
  const rows = await tx
    .select({ code: sql<string>`n.code`, homes: sql`coalesce(d.homes, 0)`.mapWith(Number), invited: sql`coalesce(l.homes, 0)`.mapWith(Number) })
    .from(
      sql`unnest(${list(codes)}) n (code)
        left join (select d.neighbourhood_code, count(*) from dwelling d where ${here(sql`d`, codes)} and d.is_home and d.ended_on is null group by 1) d (code, homes) on d.code = n.code
        left join (${invited}) l (code, homes) on l.code = n.code`,
    );
  return new Map(rows.map(({ code, ...counts }) => [code, counts]));
}

/** Whether a table asks more than measures and wishes. */
const asksMore: readonly FigureTopic[] = ["reach", "involvement", "conversion"];
const invitation = sql`l.signup_id is null and l.claim_id is null and l.paper_resident_id is null and l.printed_at is not null`;
const list = (codes: readonly string[]) => sql`string_to_array(${codes.join(" ")}, ' ')`;

/*
 * Every table is read once for all neighbourhoods of a draw, by the neighbourhood that each row carries, and what it says is kept of
 * the households that are counted: asked household by household, or of a list of them, a country took several times as long.
 */
const here = (row: SQL, codes: readonly string[]) => sql`${row}.neighbourhood_code = any (${list(codes)})`;
const standing = (row: SQL, codes: readonly string[]) => sql`${here(row, codes)} and ${row}.withdrawn_at is null and ${row}.hidden_at is null`;
const [household, resident, consent, membership, paper, measure, wish, signUp] = [sql`h`, sql`r`, sql`g`, sql`m`, sql`p`, sql`m`, sql`w`, sql`s`];
/** The first text of the consent that names buying together: who agreed to an earlier one is not counted in that. */
const namesPurchases = 4;

/** Households that agreed to be counted, under whichever text. What else is asked of their consent comes behind it. */
const agreed = (codes: readonly string[]) => sql`select distinct g.household_id from consent g where ${here(consent, codes)} and g.purpose = 'published_figures' and g.withdrawn_at is null`;

function counted(codes: readonly string[], topics: readonly FigureTopic[]): SQL {
  return sql`select h.id, h.dwelling_id, h.neighbourhood_code from household h
    join (${agreed(codes)}
      and (g.field_group = 'household' or ${!topics.some((topic) => asksMore.includes(topic))})) g on g.household_id = h.id
    left join (select distinct m.household_id from membership m where ${here(membership, codes)} and m.ended_at is null) m on m.household_id = h.id
    left join (select p.household_id from paper_resident p where ${here(paper, codes)} and p.taken_over_at is null and p.ended_at is null) p on p.household_id = h.id
    where ${here(household, codes)} and h.ended_at is null and (m.household_id is not null or p.household_id is not null)`;
}

const doneOf = (topic: "insulation" | "installations") => (codes: readonly string[]) =>
  sql`select m.household_id, string_agg(${`${topic}/`} || m.kind, ' ') from measure m where ${standing(measure, codes)} and m.state = 'done' and m.kind = any (${list(figureTables[topic].cells)}) group by m.household_id`;

/** A select per table: of a household in these neighbourhoods its id, and its cells with a space between. The same cell can be there twice. */
const of: Record<Exclude<FigureTopic, "taking_part">, (codes: readonly string[]) => SQL> = {
  reach: (codes) => sql`select h.id, 'reach/' || case when p.household_id is not null then 'paper' else m.evidence end from household h
    left join (select distinct p.household_id from paper_resident p where ${here(paper, codes)}) p on p.household_id = h.id
    left join (select distinct on (m.household_id) m.household_id, m.evidence from membership m
      where ${here(membership, codes)} and m.evidence in ('letter', 'vouch', 'door') order by m.household_id, m.started_at, m.id) m on m.household_id = h.id
    where ${here(household, codes)}`,
  involvement: (codes) => sql`select r.household_id, 'involvement/' || (${list(figureTables.involvement.cells)})[min(array_position(${list(figureTables.involvement.cells)}, r.involvement))]
    from resident r where ${here(resident, codes)} and r.involvement is not null group by r.household_id`,
  // Done since it was invited, or came by itself: what was done long before is not what came of it.
  conversion: (codes) => sql`select s.id, concat_ws(' ', case when approached then 'conversion/approached' end, case when decided then 'conversion/decided' end, case when done then 'conversion/done' end)
    from (select h.id, l.invited_at is not null as approached, w.household_id is not null or coalesce(m.planned, false) or coalesce(m.done_in >= since.year, false) as decided, coalesce(m.done_in >= since.year, false) as done
      from household h
      left join (select l.dwelling_id, min(l.printed_at) as invited_at from letter l where ${invitation} and l.dwelling_id in (select h.dwelling_id from household h where ${here(household, codes)}) group by l.dwelling_id) l
        on l.dwelling_id = h.dwelling_id
      left join (select distinct w.household_id from wish w where ${standing(wish, codes)} and w.scope = 'home') w on w.household_id = h.id
      left join (select m.household_id, bool_or(m.state = 'planned') as planned, max(m.year) filter (where m.state = 'done') as done_in from measure m where ${standing(measure, codes)} group by m.household_id) m on m.household_id = h.id
      cross join lateral (select extract(year from coalesce(l.invited_at, h.created_at)) as year) since
      where ${here(household, codes)}) s
    where approached or decided or done`,
  insulation: doneOf("insulation"),
  installations: doneOf("installations"),
  purchases: (codes) => sql`select s.household_id, 'purchases/joined' from purchase_sign_up s
    where ${here(signUp, codes)} and s.state <> all (${list(exits)}) and s.household_id in (${agreed(codes)}
      and substring(g.text_version from '[0-9]+$')::int >= ${namesPurchases})
    group by s.household_id`,
  wishes: (codes) => sql`select w.household_id, string_agg('wishes/' || w.kind, ' ') from wish w where ${standing(wish, codes)} and w.scope = 'home' and w.kind = any (${list(figureTables.wishes.cells)}) group by w.household_id`,
};
