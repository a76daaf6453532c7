import { announcements } from "./moderation/announcements.ts";
import { appeals } from "./moderation/appeals.ts";
import { desk } from "./moderation/desk.ts";
import { division } from "./moderation/division.ts";
import { letters } from "./moderation/letters.ts";
import { reportQueue } from "./moderation/report-queue.ts";
import { secondStep } from "./moderation/second-step.ts";

/** The words of who moderates, by page. */
export const moderation = { ...secondStep, ...desk, ...letters, ...reportQueue, ...appeals, ...announcements, ...division };
