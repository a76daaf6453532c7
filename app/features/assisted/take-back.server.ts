import { sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { erasureDays, hideForLeaving } from "../../../db/leaving.server.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { type ItemKind, sharedItems } from "../../../db/schema/sharing.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import type { Assisting } from "../session/require-assisting.server.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { noteEntry } from "./save-entry.server.ts";

/** Takes one thing back for who is helped. @returns false when they have no such thing */
export async function takeBack({ onBehalf }: Pick<Assisting, "onBehalf">, kind: ItemKind, id: string): Promise<boolean> {
  return asViewer(onBehalf, async (tx) => {
    const done = await withdrawItem(tx, onBehalf, sharedItems[kind], id);
    if (done) await noteEntry(tx, "withdrawal", id);
    return done;
  });
}

/** Stops with everything for who is helped: hidden at once, erased after seven days. The session ends with it. */
export async function stopEverything({ onBehalf }: Pick<Assisting, "onBehalf">): Promise<void> {
  const { residentId, householdId, neighbourhoodCode } = onBehalf;
  await asViewer(onBehalf, async (tx) => {
    await noteEntry(tx, "everything", residentId);
    for (const id of await hideForLeaving(tx, { residentId, householdId }, true, sql`now()`)) await journal(tx, { kind: "withdrawal", id });
    const dueAt = sql`now() + make_interval(days => ${erasureDays}::int)`;
    await tx.insert(erasure).values({ accountId: residentId, householdId, neighbourhoodCode, wholeHousehold: true, dueAt }).onConflictDoNothing();
    await journal(tx, { kind: "erasure", id: residentId });
    await tx.execute(sql`select viewer.end_paper()`);
  });
}
