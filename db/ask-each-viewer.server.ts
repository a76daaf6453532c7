import { fillPlaceholders, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { database } from "./client.server.ts";
import { settingsOf, type ViewerSettings } from "./viewer.server.ts";

const dialect = new PgDialect();
/** Viewers whose statements are under way at the same time: what the driver sends ahead on one connection. */
const ahead = 40;
// A statement that is asked a hundred times is planned once; by itself PostgreSQL plans the first five of each connection anew.
const plannedOnce = "select set_config('plan_cache_mode', 'force_generic_plan', true)";

/** What one viewer is asked with: the values of the placeholders of the statement. */
export type Asked = { viewer: ViewerSettings; values?: Record<string, unknown> };

/**
 * Asks one statement as each of many viewers, in one transaction: PostgreSQL refuses per viewer what that one may not see, as
 * behind asViewer. The statements are sent without waiting for each other, which makes it some five times as fast; every answer
 * says as whom it was asked, and that is held against whom it was meant for.
 * @param statement a select, with `sql.placeholder` where viewers differ; its columns are the answer's, as JSON has them: dates are text
 * @returns the rows per viewer, in their order
 * @throws when an answer is another viewer's: then nothing of it is used
 */
export async function askEachViewer<Row extends object>(asked: readonly Asked[], statement: SQL): Promise<Row[][]> {
  if (asked.length === 0) return [];
  const { sql: text, params } = dialect.sqlToQuery(sql`select viewer.resident_id() as asked_as, coalesce((select json_agg(answer) from (${statement}) answer), '[]') as rows`);
  const questions = asked.map(({ viewer, values = {} }) => ({ settings: dialect.sqlToQuery(settingsOf(viewer)), statement: { sql: text, params: fillPlaceholders(params, values) } }));
  const answers = await inOneTransaction<Row>(questions);
  return answers.map(({ asked_as: as, rows }, place) => {
    if (as !== asked[place]!.viewer.residentId) throw new Error("An answer is not that of the viewer who asked.");
    return rows;
  });
}

type Query = { sql: string; params: unknown[] };
type Answer<Row> = { asked_as: string; rows: Row[] };

async function inOneTransaction<Row>(questions: readonly { settings: Query; statement: Query }[]): Promise<Answer<Row>[]> {
  const { postgres, pglite } = await database();
  if (pglite) {
    return pglite.transaction(async (tx) => {
      const answers: Answer<Row>[] = [];
      for (const { settings, statement } of questions) {
        await tx.query(settings.sql, settings.params);
        answers.push((await tx.query<Answer<Row>>(statement.sql, statement.params)).rows[0]!);
      }
      return answers;
    });
  }
  return postgres!.begin(async (tx) => {
    const run = ({ sql: text, params }: Query) => tx.unsafe<Answer<Row>[]>(text, params as never[], { prepare: true });
    const answers: Answer<Row>[] = [];
    const planned = tx.unsafe(plannedOnce);
    for (let from = 0; from < questions.length; from += ahead) {
      const sent = questions.slice(from, from + ahead).flatMap(({ settings, statement }) => [run(settings), run(statement)]);
      const [, ...got] = await Promise.all([planned, ...sent]);
      for (let place = 1; place < got.length; place += 2) answers.push(got[place]![0]!);
    }
    return answers;
  }) as Promise<Answer<Row>[]>;
}
