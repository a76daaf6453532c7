import { applyEmailChanges } from "./apply-email-changes.ts";
import { cleanUp } from "./clean-up.ts";
import { deliverMail } from "./deliver-mail.ts";
import { startClaims } from "./start-claims.ts";
import { tellWaiting } from "./tell-waiting.ts";

/** A job, by the name of its queue; cron in UTC. The queues themselves are made by a migration. */
export type Job = { queue: string; cron: string; run: () => Promise<void> };

/** Besides its schedule this one is woken whenever mail is committed to the outbox. */
export const mailQueue = "deliver-mail";

export const schedule: readonly Job[] = [
  { queue: mailQueue, cron: "* * * * *", run: deliverMail },
  { queue: "apply-email-changes", cron: "*/5 * * * *", run: applyEmailChanges },
  { queue: "tell-waiting", cron: "*/15 * * * *", run: tellWaiting },
  { queue: "start-claims", cron: "*/10 * * * *", run: startClaims },
  { queue: "clean-up", cron: "17 3 * * *", run: cleanUp },
];
