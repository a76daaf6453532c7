import type { moderation as nl } from "../nl/moderation.ts";
import type { Translation } from "../translation.ts";
import { announcements } from "./moderation/announcements.ts";
import { appeals } from "./moderation/appeals.ts";
import { desk } from "./moderation/desk.ts";
import { division } from "./moderation/division.ts";
import { letters } from "./moderation/letters.ts";
import { reportQueue } from "./moderation/report-queue.ts";
import { secondStep } from "./moderation/second-step.ts";

export const moderation: Translation<typeof nl> = { ...secondStep, ...desk, ...letters, ...reportQueue, ...appeals, ...announcements, ...division };
