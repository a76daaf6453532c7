import { randomUUID } from "node:crypto";
import { retentionCount } from "../../../db/schema/privacy.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { type RuleName, rulesInOrder } from "./retention-rules.server.ts";

/** For the daily job: carries out every rule, and writes down how much each let go of. */
export async function runRetention(): Promise<void> {
  const runId = randomUUID();
  for (const [rule, deed] of rulesInOrder()) {
    const count = "auth" in deed ? await asAuth(deed.auth) : "work" in deed ? await asWorker(deed.work) : await deed.whole();
    await asWorker((tx) => tx.insert(retentionCount).values({ runId, rule, count }));
  }
}

/** Ends a transaction as if nothing had been done in it. */
class Undone extends Error {
  constructor(readonly count: number) {
    super("A dry run undoes what it did.");
  }
}

/**
 * What every rule would let go of now. A rule is really carried out, in a transaction that is undone; those that need several are
 * counted. Each by itself: what goes because another rule went first is not in it.
 */
export async function dryRun(): Promise<{ rule: RuleName; count: number }[]> {
  const counts = [];
  for (const [rule, deed] of rulesInOrder()) {
    const count = "auth" in deed ? await undone((undo) => asAuth(async (tx) => undo(await deed.auth(tx)))) : "work" in deed ? await undone((undo) => asWorker(async (tx) => undo(await deed.work(tx)))) : await deed.due();
    counts.push({ rule, count });
  }
  return counts;
}

async function undone(work: (undo: (count: number) => never) => Promise<unknown>): Promise<number> {
  try {
    await work((count) => {
      throw new Undone(count);
    });
  } catch (error) {
    if (error instanceof Undone) return error.count;
    throw error;
  }
  throw new Error("A dry run was not undone.");
}
