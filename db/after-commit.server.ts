import { AsyncLocalStorage } from "node:async_hooks";
import type { Connection } from "./connection.ts";

type Deed = (connection: Connection) => Promise<void>;

const deeds = new AsyncLocalStorage<Map<string, Deed>>();

/**
 * Asks for a deed after the transaction of the surrounding door has committed; once per name, and not at all when it
 * rolls back. The deed catches its own errors: what was committed has happened.
 * @throws outside of a door of db/viewer.server.ts
 */
export function afterCommit(name: string, deed: Deed): void {
  const asked = deeds.getStore();
  if (!asked) throw new Error("afterCommit is only for the inside of asViewer, asAuth, asWorker or asInsights.");
  asked.set(name, deed);
}

/** Runs a transaction, and then what it asked for with {@link afterCommit}. */
export async function withDeedsAfterCommit<Result>(connection: Connection, transaction: () => Promise<Result>): Promise<Result> {
  const asked = new Map<string, Deed>();
  const result = await deeds.run(asked, transaction);
  for (const deed of asked.values()) await deed(connection);
  return result;
}
