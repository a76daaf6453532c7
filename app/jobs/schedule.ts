import { applyEmailChanges } from "./apply-email-changes.ts";
import { outboxChannel } from "../features/notifications/enqueue.server.ts";
import { happeningChannel } from "../features/notifications/tell.server.ts";
import { lettersChannel } from "../features/letters/order-letters.server.ts";
import { archivesChannel } from "../features/privacy/archive/ask-archive.server.ts";
import { cleanUp } from "./clean-up.ts";
import { deliverMail } from "./deliver-mail.ts";
import { figuresChannel } from "../features/insights/desk/ask-preparation.server.ts";
import { drawFigures } from "./draw-figures.ts";
import { endPurchases } from "./end-purchases.ts";
import { followSuccessions } from "./follow-successions.ts";
import { letDaysPass } from "./let-days-pass.ts";
import { makeArchives } from "./make-archives.ts";
import { makeLetters } from "./make-letters.ts";
import { moveOut } from "./move-out.ts";
import { remindOfVisits } from "./remind-visits.ts";
import { startClaims } from "./start-claims.ts";
import { tellNeighbours } from "./tell-neighbours.ts";
import { tellWaiting } from "./tell-waiting.ts";
import { writeDigests } from "./write-digests.ts";

/**
 * A job, by the name of its queue; cron in UTC. With a `channel` it also runs as soon as a commit notifies there. The queues
 * themselves are made by a migration.
 */
export type Job = { queue: string; cron: string; channel?: string; run: () => Promise<void> };

export const schedule: readonly Job[] = [
  { queue: "deliver-mail", cron: "* * * * *", channel: outboxChannel, run: deliverMail },
  { queue: "tell-neighbours", cron: "* * * * *", channel: happeningChannel, run: tellNeighbours },
  { queue: "write-digests", cron: "5 * * * *", run: writeDigests },
  { queue: "make-letters", cron: "* * * * *", channel: lettersChannel, run: makeLetters },
  { queue: "make-archives", cron: "* * * * *", channel: archivesChannel, run: makeArchives },
  { queue: "draw-figures", cron: "* * * * *", channel: figuresChannel, run: drawFigures },
  { queue: "apply-email-changes", cron: "*/5 * * * *", run: applyEmailChanges },
  { queue: "tell-waiting", cron: "*/15 * * * *", run: tellWaiting },
  { queue: "start-claims", cron: "*/10 * * * *", run: startClaims },
  { queue: "let-days-pass", cron: "7 * * * *", run: letDaysPass },
  { queue: "move-out", cron: "11 * * * *", run: moveOut },
  { queue: "follow-successions", cron: "* * * * *", run: followSuccessions },
  { queue: "end-purchases", cron: "3 * * * *", run: endPurchases },
  { queue: "remind-visits", cron: "7 * * * *", run: remindOfVisits },
  { queue: "clean-up", cron: "17 3 * * *", run: cleanUp },
];
