import { basename } from "node:path";
import { bulk, type BulkTx } from "../../../../../db/copy.server.ts";
import { asWorker } from "../../../../../db/viewer.server.ts";
import { CopyBatch } from "../copy-batch.ts";
import { copyLine } from "../copy-lines.ts";
import { hashFile } from "../hash-file.server.ts";
import { type CommonSummary, peakMemoryMb } from "../import-summary.ts";
import { onlyImport } from "../only-import.server.ts";
import type { Progress } from "../read-extract.server.ts";
import { recordImport } from "../record-import.server.ts";
import { operatorOf, yearOf } from "./operator-of.ts";
import { type GridSink, readGridFile } from "./read-grid-file.ts";

export type GridImportOptions = { year?: number; operator?: string; progress?: Progress };

export type GridSummary = CommonSummary & {
  kind: "grid";
  operator: string;
  year: number;
  /** Ranges per product after rows of the same range were added up. */
  ranges: { electricity: number; gas: number };
  inserted: number;
  changed: number;
  unchanged: number;
  /** Ranges that an earlier file of the same operator, year, network area and product had, and this one has not. */
  removed: number;
  matched: { homes: number; of: number };
  seconds: number;
  rowsPerSecond: number;
  peakMemoryMb: number;
};

const staged = { operator: "text", area: "text", product: "text", postcode_from: "text", postcode_to: "text", connections: "int", use: "numeric", smart_meter: "numeric", delivery: "numeric" } as const;

/**
 * Imports a network operator's file of small connections in one transaction: all or nothing. The same file again changes
 * nothing; a later file replaces what an earlier one said of the same operator, year, network area and product. Rows of the
 * same range and product are added up: connections as a sum, averages and shares weighted by connections.
 * @throws ImportError in one line, with file and line
 */
export async function importGrid(file: string, options: GridImportOptions = {}): Promise<GridSummary> {
  const started = performance.now();
  const name = basename(file);
  const year = yearOf(options.year, name);
  const sha256 = await hashFile(file);
  return asWorker(async (worker) => {
    const tx = bulk(worker);
    await onlyImport(tx);
    const staging = await stage(tx);
    const { read, leftOut } = await readGridFile(file, staging, options.progress).finally(() => staging.settle());
    await staging.finish();
    const operator = await operatorOfRows(tx, options.operator, name);
    await addUp(tx);
    const counts = await merge(tx, operator, year);
    const seconds = (performance.now() - started) / 1000;
    const summary: GridSummary = {
      kind: "grid",
      file: name,
      sha256,
      sourceDate: `${year}-01-01`,
      scope: `${operator} ${year}`,
      operator,
      year,
      read,
      kept: read - leftOut.reduce((sum, { count }) => sum + count, 0),
      leftOut,
      ...counts,
      matched: await matchHomes(tx),
      seconds: Math.round(seconds * 100) / 100,
      rowsPerSecond: Math.round(read / seconds),
      peakMemoryMb: peakMemoryMb(),
    };
    await recordImport(tx, summary);
    return summary;
  });
}

/** The rows of a file in a temporary table; sent in batches while the next ones are read, so that memory stays flat. */
async function stage(tx: BulkTx): Promise<GridSink & { settle(): Promise<void>; finish(): Promise<void> }> {
  const columns = Object.keys(staged);
  // Tables that were filled in this transaction have no statistics: joins by loops over them would take minutes.
  await tx.rows("select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)");
  await tx.rows(`create temp table staged_grid (${Object.entries(staged).map(([column, type]) => `${column} ${type}`).join(", ")}) on commit drop`);
  let filling = new CopyBatch();
  const full: CopyBatch[] = [];
  const empty: CopyBatch[] = [];
  let sending: Promise<void> = Promise.resolve();
  const send = async () => {
    for (let next = full.shift(); next; next = full.shift()) {
      const batch = next;
      await sending;
      sending = tx.copy("staged_grid", columns, batch.lines).then(() => {
        batch.clear();
        empty.push(batch);
      });
      // Whoever awaits it next gets the error; without this line it would end the process before.
      sending.catch(() => {});
    }
  };
  return {
    add(row) {
      const line = copyLine([row.operator, row.area, row.product, row.from, row.to, row.connections, row.use, row.smartMeter, row.delivery]);
      if (filling.add(line)) return;
      full.push(filling);
      filling = empty.pop() ?? new CopyBatch();
      filling.add(line);
    },
    send,
    settle: () => sending,
    async finish() {
      full.push(filling);
      await send();
      await sending;
    },
  };
}

async function operatorOfRows(tx: BulkTx, given: string | undefined, name: string): Promise<string> {
  const rows = await tx.rows<{ named: string }>("select distinct operator as named from staged_grid union select distinct area from staged_grid");
  return operatorOf(given, rows.map(({ named }) => named), name);
}

/** Leaves one row per network area, product and range in `next_grid`; hundredths are what publishers give. */
async function addUp(tx: BulkTx): Promise<void> {
  const weighted = (column: string) => `round(sum(${column} * connections) / nullif(sum(connections) filter (where ${column} is not null), 0), 2)::double precision`;
  await tx.rows(
    `create temp table next_grid on commit drop as
     select area as network_area, product, postcode_from, postcode_to, sum(connections)::int as connections, ${weighted("use")} as average_use,
       ${weighted("smart_meter")} as smart_meter_percent, ${weighted("delivery")} as delivery_percent
     from staged_grid group by area, product, postcode_from, postcode_to`,
  );
  await tx.rows("analyze next_grid");
}

async function merge(tx: BulkTx, operator: string, year: number): Promise<Pick<GridSummary, "ranges" | "inserted" | "changed" | "unchanged" | "removed">> {
  const same = "t.operator = $1::text and t.year = $2::smallint and (t.network_area, t.product, t.postcode_from, t.postcode_to) = (n.network_area, n.product, n.postcode_from, n.postcode_to)";
  const figures = ["connections", "average_use", "smart_meter_percent", "delivery_percent"];
  const of = (alias: string) => figures.map((column) => `${alias}.${column}`).join(", ");
  const parameters = [operator, year];
  const removed = await counted(
    tx,
    `delete from grid_use t where t.operator = $1::text and t.year = $2::smallint
     and (t.network_area, t.product) in (select network_area, product from next_grid)
     and not exists (select from next_grid n where ${same}) returning 1`,
    parameters,
  );
  const changed = await counted(
    tx,
    `update grid_use t set ${figures.map((column) => `${column} = n.${column}`).join(", ")} from next_grid n where ${same} and (${of("t")}) is distinct from (${of("n")}) returning 1`,
    parameters,
  );
  const inserted = await counted(
    tx,
    `insert into grid_use (operator, year, network_area, product, postcode_from, postcode_to, ${figures.join(", ")})
     select $1::text, $2::smallint, network_area, product, postcode_from, postcode_to, ${of("n")} from next_grid n
     where not exists (select from grid_use t where ${same}) returning 1`,
    parameters,
  );
  const [ranges] = await tx.rows<GridSummary["ranges"]>("select count(*) filter (where product = 'electricity')::int as electricity, count(*) filter (where product = 'gas')::int as gas from next_grid");
  return { ranges: ranges!, inserted, changed, unchanged: ranges!.electricity + ranges!.gas - inserted - changed, removed };
}

async function counted(tx: BulkTx, statement: string, parameters: unknown[]): Promise<number> {
  const [result] = await tx.rows<{ count: number }>(`with done as (${statement}) select count(*)::int as count from done`, parameters);
  return result!.count;
}

/** How many homes of the register lie in a range of this file, by the rule of use-of-postcode.server.ts. */
async function matchHomes(tx: BulkTx): Promise<GridSummary["matched"]> {
  const [counts] = await tx.rows<GridSummary["matched"]>(
    `with home as (select postcode, count(*)::int as homes from dwelling where is_home and ended_on is null group by postcode),
       within as (select distinct left(postcode_from, 4) as digits, postcode_from, postcode_to from next_grid where left(postcode_from, 4) = left(postcode_to, 4))
     select (select coalesce(sum(homes), 0)::int from home h
         where exists (select from within w where w.digits = left(h.postcode, 4) and w.postcode_from <= h.postcode and w.postcode_to >= h.postcode)) as homes,
       (select coalesce(sum(homes), 0)::int from home) as "of"`,
  );
  return counts!;
}
