import { eq } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { noticeSubjects, type NoticePace, usualPaces, type UnsubscriptionScope } from "../../../db/schema/choices.ts";
import { noticeChoice, unsubscription } from "../../../db/schema/notices.ts";
import { membership } from "../../../db/schema/people.ts";
import { asWorker } from "../../../db/viewer.server.ts";

/**
 * Turns mail off for whoever's link it is, without logging in, and writes down that and when it was done. Doing it again changes
 * nothing. Of an account that is gone nothing is left to turn off: the answer is the same.
 */
export async function unsubscribe(accountId: string, scope: UnsubscriptionScope, way: "mail_program" | "page"): Promise<void> {
  await asWorker(async (tx) => {
    const known = await tx.select({ id: membership.id }).from(membership).where(eq(membership.residentId, accountId)).limit(1);
    if (known.length === 0) return;
    await tx.insert(noticeChoice).values({ accountId }).onConflictDoNothing();
    const [choice] = await tx.select().from(noticeChoice).where(eq(noticeChoice.accountId, accountId)).for("update");
    const off = turnedOff(scope, choice!);
    if (Object.keys(off).length === 0) return;
    await tx.update(noticeChoice).set({ ...off, changedAt: new Date() }).where(eq(noticeChoice.accountId, accountId));
    await tx.insert(unsubscription).values({ accountId, scope, way });
    await journal(tx, { kind: "withdrawal", id: accountId });
  });
}

type Choice = keyof typeof usualPaces;
type Paces = Record<Choice, NoticePace>;
const choices: readonly Choice[] = ["direct", ...noticeSubjects];

/** What changes of somebody's choice. What comes at once stays when the digest is turned off. */
function turnedOff(scope: UnsubscriptionScope, paces: Paces): Partial<Paces> {
  const meant = choices.filter((choice) => scope === "all" || scope === choice || (scope === "digest" && paces[choice] !== "at_once"));
  return Object.fromEntries(meant.filter((choice) => paces[choice] !== "nothing").map((choice) => [choice, "nothing"]));
}
