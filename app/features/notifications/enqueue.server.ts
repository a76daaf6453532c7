import { sql } from "drizzle-orm";
import { outbox } from "../../../db/schema/sharing.ts";
import type { AuthTx, ViewerTx, WorkerTx } from "../../../db/viewer.server.ts";
import type { MailIds, MailTemplate } from "./templates.ts";

/** The channel on which a commit tells the job process that there is mail. */
export const outboxChannel = "buurhof_outbox";

/**
 * Puts a mail in the outbox, in the transaction of what it is about: both are there after the commit, or neither.
 * The row holds ids; who gets the mail and what is in it is looked up at delivery.
 */
export async function enqueue<Template extends MailTemplate>(tx: ViewerTx | AuthTx | WorkerTx, template: Template, ids: MailIds[Template]): Promise<void> {
  await tx.insert(outbox).values({ template, ...ids });
  await wakeDelivery(tx);
}

/** Has the job process look for mail, and in the demo for letters, as soon as this transaction has committed. */
export async function wakeDelivery(tx: ViewerTx | AuthTx | WorkerTx): Promise<void> {
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`);
}
