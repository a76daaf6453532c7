import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { database } from "./client.server.ts";
import { settingsOf, type ViewerSettings } from "./viewer.server.ts";

const dialect = new PgDialect();
/** Statements that are under way at the same time: what the driver sends ahead on one connection. */
const ahead = 40;

/**
 * Asks one statement as each of many viewers, in one transaction: PostgreSQL refuses per viewer what that one may not see, as
 * behind asViewer. The statements are sent without waiting for each other, which makes it some five times as fast; every answer
 * says as whom it was asked, and that is held against whom it was meant for.
 * @param statementFor a select for one viewer; its columns are the answer's, as JSON has them: dates are text
 * @returns the rows per viewer, in their order
 * @throws when an answer is another viewer's: then nothing of it is used
 */
export async function askEachViewer<Row extends object>(viewers: readonly ViewerSettings[], statementFor: (viewer: ViewerSettings, place: number) => SQL): Promise<Row[][]> {
  if (viewers.length === 0) return [];
  const asked = viewers.map((viewer, place) => ({
    viewer,
    settings: dialect.sqlToQuery(settingsOf(viewer)),
    statement: dialect.sqlToQuery(sql`select viewer.resident_id() as asked_as, coalesce((select json_agg(answer) from (${statementFor(viewer, place)}) answer), '[]') as rows`),
  }));
  const answers = await inOneTransaction<Row>(asked);
  return answers.map(({ asked_as: as, rows }, place) => {
    if (as !== viewers[place]!.residentId) throw new Error("An answer is not that of the viewer who asked.");
    return rows;
  });
}

type Query = { sql: string; params: unknown[] };
type Answer<Row> = { asked_as: string; rows: Row[] };

async function inOneTransaction<Row>(asked: readonly { settings: Query; statement: Query }[]): Promise<Answer<Row>[]> {
  const { postgres, pglite } = await database();
  if (pglite) {
    return pglite.transaction(async (tx) => {
      const answers: Answer<Row>[] = [];
      for (const { settings, statement } of asked) {
        await tx.query(settings.sql, settings.params);
        answers.push((await tx.query<Answer<Row>>(statement.sql, statement.params)).rows[0]!);
      }
      return answers;
    });
  }
  return postgres!.begin(async (tx) => {
    const run = ({ sql: text, params }: Query) => tx.unsafe<Answer<Row>[]>(text, params as never[], { prepare: true });
    const answers: Answer<Row>[] = [];
    for (let from = 0; from < asked.length; from += ahead) {
      const sent = asked.slice(from, from + ahead).flatMap(({ settings, statement }) => [run(settings), run(statement)]);
      const got = await Promise.all(sent);
      for (let place = 1; place < got.length; place += 2) answers.push(got[place]![0]!);
    }
    return answers;
  }) as Promise<Answer<Row>[]>;
}
