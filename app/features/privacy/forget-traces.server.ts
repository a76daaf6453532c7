import { and, eq, inArray, isNotNull, isNull, lt, notExists, or, sql } from "drizzle-orm";
import { addressClaim, vouch } from "../../../db/schema/addresses.ts";
import { assistedSession } from "../../../db/schema/assisted.ts";
import { emailChange, householdInvitation, letterCode, mailProof, passkeyChallenge, rateLimit, roleInvitation, session, waiting } from "../../../db/schema/auth.ts";
import { figureBudget, figureEvent, figureWaiting } from "../../../db/schema/insights.ts";
import { jointRequest, jointRequestPart } from "../../../db/schema/joint.ts";
import { letterBatch, letterRefusal } from "../../../db/schema/letters.ts";
import { happening, notice } from "../../../db/schema/notices.ts";
import { consent, joinRequest, roleEvent, roleGrant } from "../../../db/schema/people.ts";
import { appeal, hiding, letter, missingAddress, outbox, report, secondLook } from "../../../db/schema/sharing.ts";
import { organisation } from "../../../db/schema/register.ts";
import { asAuth, asWorker, type AuthTx, type WorkerTx } from "../../../db/viewer.server.ts";
import { managerKinds } from "../roles/manager-kinds.ts";

const ago = (days: number) => sql`now() - make_interval(days => ${days}::int)`;

/** How long traces of joining and logging in are kept, in days after they have served. */
export const keptDays = { proof: 1, challenge: 0, session: 0, rateLimit: 14, outbox: 14, waitingUnconfirmed: 7, waitingTold: 30, finished: 30, missingAddress: 90, withdrawnRequest: 7, organisation: 90 } as const;

/** Months after a decision, or after the end of a hiding, in which what was written about it can still be read. */
export const decisionMonths = 24;

/** Days after everybody was told in which it is kept that something happened, and months in which a notice can be read. */
export const noticeKept = { happeningDays: 30, noticeMonths: 12 } as const;

/** Years in which can be read who did what with a role. */
export const roleYears = 5;
/** Months in which it stays known who vouched: they count for a year, and a false one may come to light later. */
export const vouchMonths = 24;

type Forget<Tx> = (tx: Tx) => Promise<number>;
/** How many rows a deed touched. */
const touched = async (rows: PromiseLike<unknown[]>): Promise<number> => (await rows).length;
const one = { one: sql`1` };
const longDecided = sql`now() - make_interval(months => ${decisionMonths}::int)`;

/** What log-in and sign-up leave behind, by the rule that ends it. */
export const authTraces = {
  proofs: async (tx) => (await touched(tx.delete(mailProof).where(lt(mailProof.expiresAt, ago(keptDays.proof))).returning(one))) + (await touched(tx.delete(passkeyChallenge).where(lt(passkeyChallenge.expiresAt, ago(keptDays.challenge))).returning(one))),
  sessions: (tx) => touched(tx.delete(session).where(lt(session.expiresAt, ago(keptDays.session))).returning(one)),
  // A counter is over when its window is; the longest window is a day, so nothing gets 14 days old.
  counters: (tx) => touched(tx.delete(rateLimit).where(lt(rateLimit.expire, sql`now()`)).returning(one)),
  waitingUnconfirmed: (tx) => touched(tx.delete(waiting).where(and(isNull(waiting.confirmedAt), lt(waiting.createdAt, ago(keptDays.waitingUnconfirmed)))).returning(one)),
  waitingTold: (tx) => touched(tx.delete(waiting).where(lt(waiting.toldAt, ago(keptDays.waitingTold))).returning(one)),
  // The code of an invitation; those of who signed up go with their sign-up.
  letterCodes: (tx) => touched(tx.delete(letterCode).where(and(isNull(letterCode.signupId), lt(letterCode.expiresAt, sql`now()`))).returning(one)),
  invitations: async (tx) =>
    (await touched(tx.delete(householdInvitation).where(lt(householdInvitation.expiresAt, ago(keptDays.finished))).returning(one))) + (await touched(tx.delete(roleInvitation).where(lt(roleInvitation.expiresAt, ago(keptDays.finished))).returning(one))),
  emailChanges: (tx) =>
    touched(
      tx
        .delete(emailChange)
        .where(and(lt(emailChange.createdAt, ago(keptDays.finished)), or(isNull(emailChange.confirmedAt), isNotNull(emailChange.appliedAt), isNotNull(emailChange.cancelledAt))))
        .returning(one),
    ),
} satisfies Record<string, Forget<AuthTx>>;

/** What the work of every day leaves behind, by the rule that ends it; in this order. */
export const workTraces = {
  mailRows: (tx) => touched(tx.delete(outbox).where(and(lt(outbox.createdAt, ago(keptDays.outbox)), or(isNotNull(outbox.deliveredAt), isNotNull(outbox.givenUpAt)))).returning(one)),
  // What could not be told in that time will not be told any more.
  happenings: (tx) => touched(tx.delete(happening).where(lt(sql`coalesce(${happening.expandedAt}, ${happening.createdAt})`, ago(noticeKept.happeningDays))).returning(one)),
  notices: (tx) => touched(tx.delete(notice).where(lt(notice.createdAt, sql`now() - make_interval(months => ${noticeKept.noticeMonths}::int)`)).returning(one)),
  letters: (tx) => touched(tx.delete(letter).where(lt(letter.endedAt, ago(keptDays.finished))).returning(one)),
  joinRequests: (tx) => touched(tx.delete(joinRequest).where(lt(joinRequest.decidedAt, ago(keptDays.finished))).returning(one)),
  // A quarter that is over has no district any more; what a home gave away counts for its year and is compared with the next.
  figureTraces: async (tx) => (await touched(tx.delete(figureWaiting).where(sql`${figureWaiting.quarter} < viewer.quarter()`).returning(one))) + (await touched(tx.delete(figureBudget).where(sql`${figureBudget.year} < extract(year from now()) - 1`).returning(one))),
  logs: async (tx) => {
    const years = sql`now() - make_interval(years => ${roleYears}::int)`;
    return (await touched(tx.delete(roleEvent).where(lt(roleEvent.at, years)).returning(one))) + (await touched(tx.delete(figureEvent).where(lt(figureEvent.at, years)).returning(one)));
  },
  addressClaims: async (tx) => {
    // A letter about a claim has no sign-up that ends it: its code counts for 30 days from its printing.
    await tx.update(letter).set({ endedAt: sql`now()` }).where(and(isNotNull(letter.claimId), isNull(letter.endedAt), lt(letter.printedAt, ago(keptDays.finished))));
    const ended = await touched(tx.delete(addressClaim).where(and(lt(addressClaim.endedAt, ago(keptDays.finished)), isNull(addressClaim.provenAt))).returning(one));
    const named = tx.update(addressClaim).set({ codeId: null, codeHmac: null, shownName: null }).where(and(isNotNull(addressClaim.codeHmac), lt(addressClaim.startedAt, ago(keptDays.finished)))).returning(one);
    return ended + (await touched(named));
  },
  vouches: (tx) => touched(tx.delete(vouch).where(or(and(isNull(vouch.usedAt), isNull(vouch.claimId)), lt(vouch.vouchedAt, sql`now() - make_interval(months => ${vouchMonths}::int)`))).returning(one)),
  letterBatches: async (tx) => (await touched(tx.delete(letterBatch).where(lt(letterBatch.createdAt, longDecided)).returning(one))) + (await touched(tx.delete(letterRefusal).where(lt(letterRefusal.endedAt, longDecided)).returning(one))),
  // Who helped is forgotten; the form that was signed stays as long as there is a household that agreed with it.
  helped: async (tx) =>
    (await touched(tx.delete(assistedSession).where(and(isNull(assistedSession.householdId), lt(assistedSession.startedAt, longDecided))).returning(one))) +
    (await touched(tx.update(assistedSession).set({ helperId: null }).where(and(isNotNull(assistedSession.helperId), lt(assistedSession.startedAt, longDecided))).returning(one))),
  decisions: async (tx) => {
    const emptied = [
      tx.update(appeal).set({ reason: null, answer: null }).where(and(lt(appeal.decidedAt, longDecided), or(isNotNull(appeal.reason), isNotNull(appeal.answer)))).returning(one),
      tx.update(report).set({ note: null, decisionNote: null }).where(and(lt(report.closedAt, longDecided), or(isNotNull(report.note), isNotNull(report.decisionNote)))).returning(one),
      tx.update(secondLook).set({ answer: null }).where(and(lt(secondLook.decidedAt, longDecided), isNotNull(secondLook.answer))).returning(one),
      tx.update(hiding).set({ reason: null }).where(and(lt(hiding.liftedAt, longDecided), isNotNull(hiding.reason))).returning(one),
      tx.update(addressClaim).set({ reason: null }).where(and(lt(addressClaim.decidedAt, longDecided), isNotNull(addressClaim.reason))).returning(one),
      tx.update(addressClaim).set({ doubtSetAsideReason: null }).where(and(lt(addressClaim.doubtSetAsideAt, longDecided), isNotNull(addressClaim.doubtSetAsideReason))).returning(one),
    ];
    let count = 0;
    for (const deed of emptied) count += await touched(deed);
    return count;
  },
  // Without the e-mail address nobody can be answered any more, so nothing else of it is kept either.
  missingAddresses: (tx) =>
    touched(tx.delete(missingAddress).where(or(lt(missingAddress.handledAt, ago(keptDays.finished)), and(isNull(missingAddress.handledAt), lt(missingAddress.createdAt, ago(keptDays.missingAddress))))).returning(one)),
  jointRequests: forgetRequests,
} satisfies Record<string, Forget<WorkerTx>>;

/** Deletes proofs, ended sessions, counters, delivered mail rows, finished requests and texts of old decisions when their time is over. */
export async function forgetTraces(): Promise<void> {
  for (const forget of Object.values(authTraces)) await asAuth(forget);
  for (const forget of Object.values(workTraces)) await asWorker(forget);
}

/** Joint requests that were taken back, or that nobody takes part in, seven days later; what stays hidden without a household that can object; and who managed a building once and was never asked anything. */
async function forgetRequests(tx: WorkerTx): Promise<number> {
  const nobodyIn = notExists(tx.select({ one: sql`1` }).from(jointRequestPart).where(eq(jointRequestPart.requestId, jointRequest.id)));
  const decision = tx.select({ one: sql`1` }).from(hiding).where(and(eq(hiding.subjectKind, "joint_request"), eq(hiding.subjectId, jointRequest.id), isNull(hiding.liftedAt)));
  const over = or(and(isNotNull(jointRequest.hiddenAt), notExists(decision)), lt(jointRequest.withdrawnAt, ago(keptDays.withdrawnRequest)), and(lt(jointRequest.createdAt, ago(keptDays.withdrawnRequest)), nobodyIn));
  const gone = await tx.delete(jointRequest).where(over).returning({ id: jointRequest.id });
  if (gone.length > 0) {
    const which = and(eq(consent.purpose, "joint_request"), inArray(consent.subjectId, gone.map(({ id }) => id)), isNull(consent.withdrawnAt));
    await tx.update(consent).set({ withdrawnAt: sql`now()` }).where(which);
  }
  const role = tx.select({ one: sql`1` }).from(roleGrant).where(eq(roleGrant.organisationId, organisation.id));
  const request = tx.select({ one: sql`1` }).from(jointRequest).where(eq(jointRequest.organisationId, organisation.id));
  const unasked = and(inArray(organisation.kind, [...managerKinds]), lt(organisation.createdAt, ago(keptDays.organisation)), notExists(role), notExists(request));
  return gone.length + (await touched(tx.delete(organisation).where(unasked).returning(one)));
}
