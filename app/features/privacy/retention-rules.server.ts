import { lt, sql } from "drizzle-orm";
import { erasureDays } from "../../../db/leaving.server.ts";
import { retentionCount } from "../../../db/schema/privacy.ts";
import { type AuthTx, asAuth, asWorker, type WorkerTx } from "../../../db/viewer.server.ts";
import { forgetHomePhotos, forgetPurchases, photoDays } from "../purchases/forget-purchases.server.ts";
import { today } from "../roles/role-days.ts";
import { sessionLimits } from "../session/limits.ts";
import { eraseWithdrawn } from "../sharing/erase-withdrawn.server.ts";
import { undoDays } from "../sharing/undo.ts";
import { eraseOldThreads, threadMonths } from "../threads/forget-threads.server.ts";
import { forgetVisits, visitMonths } from "../visits/forget-visits.server.ts";
import { archiveDays, wipeArchives } from "./archive/archive-work.server.ts";
import { inactiveMonths, letInactiveLeave, overdue, tellInactive } from "./end-inactive.server.ts";
import { endPaperIn, paperMonths } from "./end-paper.server.ts";
import { dueErasures, eraseDue } from "./erase-due.server.ts";
import { eraseEmptyHouseholdsIn } from "./erase-empty-households.server.ts";
import { forgetAccountsIn, unverifiedDays } from "./forget-accounts.server.ts";
import { forgetLeftFacts, leaveFacts, leftFactMonths } from "./leave-facts.server.ts";
import { authTraces, decisionMonths, keptDays, noticeKept, roleYears, vouchMonths, workTraces } from "./forget-traces.server.ts";

/** How long something is kept; `served` is until it has served, with nothing after. */
export type Kept = { days: number } | { months: number } | { years: number } | "served";

type Rule =
  | { kept: Kept; auth: (tx: AuthTx) => Promise<number> }
  | { kept: Kept; work: (tx: WorkerTx) => Promise<number> }
  /** Needs several transactions; `due` counts what it would do. */
  | { kept: Kept; whole: () => Promise<number>; due: () => Promise<number> };

/** Months in which it can be read how much went. */
const countMonths = 24;

/**
 * What goes when. The one list: the daily job carries it out in this order, the dry run counts by it, and the pages for residents
 * and moderators are made of it.
 */
export const retentionRules = {
  proofs: { kept: { days: keptDays.proof }, auth: authTraces.proofs },
  sessions: { kept: { days: sessionLimits.resident.idle / 86_400 }, auth: authTraces.sessions },
  counters: { kept: { days: keptDays.rateLimit }, auth: authTraces.counters },
  waitingUnconfirmed: { kept: { days: keptDays.waitingUnconfirmed }, auth: authTraces.waitingUnconfirmed },
  waitingTold: { kept: { days: keptDays.waitingTold }, auth: authTraces.waitingTold },
  letterCodes: { kept: "served", auth: authTraces.letterCodes },
  invitations: { kept: { days: keptDays.finished }, auth: authTraces.invitations },
  emailChanges: { kept: { days: keptDays.finished }, auth: authTraces.emailChanges },
  mailRows: { kept: { days: keptDays.outbox }, work: workTraces.mailRows },
  happenings: { kept: { days: noticeKept.happeningDays }, work: workTraces.happenings },
  notices: { kept: { months: noticeKept.noticeMonths }, work: workTraces.notices },
  letters: { kept: { days: keptDays.finished }, work: workTraces.letters },
  joinRequests: { kept: { days: keptDays.finished }, work: workTraces.joinRequests },
  figureTraces: { kept: { years: 1 }, work: workTraces.figureTraces },
  logs: { kept: { years: roleYears }, work: workTraces.logs },
  addressClaims: { kept: { days: keptDays.finished }, work: workTraces.addressClaims },
  vouches: { kept: { months: vouchMonths }, work: workTraces.vouches },
  letterBatches: { kept: { months: decisionMonths }, work: workTraces.letterBatches },
  helped: { kept: { months: decisionMonths }, work: workTraces.helped },
  decisions: { kept: { months: decisionMonths }, work: workTraces.decisions },
  missingAddresses: { kept: { days: keptDays.missingAddress }, work: workTraces.missingAddresses },
  jointRequests: { kept: { days: keptDays.withdrawnRequest }, work: workTraces.jointRequests },
  unprovenAccounts: { kept: { days: unverifiedDays }, auth: forgetAccountsIn },
  archives: { kept: { days: archiveDays }, work: wipeArchives },
  leftBehind: { kept: { days: undoDays }, work: leaveFacts },
  withdrawn: { kept: { days: undoDays }, work: eraseWithdrawn },
  leftFacts: { kept: { months: leftFactMonths }, work: forgetLeftFacts },
  visits: { kept: { months: visitMonths }, work: forgetVisits },
  purchasePhotos: { kept: { days: photoDays }, work: (tx) => forgetHomePhotos(tx, today()) },
  purchases: { kept: "served", work: (tx) => forgetPurchases(tx, today()) },
  threads: { kept: { months: threadMonths }, work: eraseOldThreads },
  inactiveTold: { kept: { months: inactiveMonths.told }, auth: tellInactive },
  inactive: { kept: { months: inactiveMonths.ended }, whole: letInactiveLeave, due: async () => (await asAuth(overdue)).length },
  paper: { kept: { months: paperMonths }, work: endPaperIn },
  erasures: { kept: { days: erasureDays }, whole: eraseDue, due: async () => (await asWorker(dueErasures)).length },
  emptyHouseholds: { kept: "served", work: eraseEmptyHouseholdsIn },
  counts: { kept: { months: countMonths }, work: async (tx) => (await tx.delete(retentionCount).where(lt(retentionCount.ranAt, sql`now() - make_interval(months => ${countMonths}::int)`)).returning({ rule: retentionCount.rule })).length },
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof retentionRules;

/** The rules in their order. */
export const rulesInOrder = (): [RuleName, Rule][] => Object.entries(retentionRules) as [RuleName, Rule][];
