import { and, eq, lt, sql } from "drizzle-orm";
import { roleInvitation } from "../../../db/schema/auth.ts";
import { roleEvent } from "../../../db/schema/people.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { type Refusal, refuseTooManyMails } from "../session/ask-to-log-in.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import type { Desk } from "./desk.ts";
import { invitationDays } from "./invite-to-role.server.ts";
import { invitationAt, mostMails, unanswered } from "./pending-invitations.server.ts";

const columns = {
  id: roleInvitation.id,
  role: roleInvitation.role,
  neighbourhoodCode: roleInvitation.neighbourhoodCode,
  municipalityCode: roleInvitation.municipalityCode,
  streetId: roleInvitation.streetId,
  buildingId: roleInvitation.buildingId,
  endsOn: roleInvitation.endsOn,
};
type Changed = { id: string } & Pick<typeof roleEvent.$inferInsert, "role" | "neighbourhoodCode" | "municipalityCode" | "streetId" | "buildingId" | "endsOn">;

/** Writes down what happened with an invitation. */
export async function logInvitation(tx: AuthTx, deed: "sent_again" | "taken_back" | "accepted" | "declined", { id, ...given }: Changed, people: { actorId: string; subjectId?: string; grantId?: string }): Promise<void> {
  await tx.insert(roleEvent).values({ deed, ...given, invitationId: id, ...people });
}

/** Takes an open invitation back; its link works no longer. @returns false when there is none at this desk */
export async function takeBackInvitation(viewer: AccountViewer, desk: Desk, id: string): Promise<boolean> {
  return asAuth(async (tx) => {
    const [taken] = await tx.update(roleInvitation).set({ revokedAt: sql`now()` }).where(and(eq(roleInvitation.id, id), invitationAt(viewer, desk), unanswered)).returning(columns);
    if (taken) await logInvitation(tx, "taken_back", taken, { actorId: viewer.accountId });
    return taken !== undefined;
  });
}

/** Mails an open invitation once more, with the same link and another 14 days. @returns how long to wait; "none" when it can't be sent (again) */
export async function sendInvitationAgain(viewer: AccountViewer, desk: Desk, id: string, ip: string): Promise<Refusal | "none"> {
  const which = and(eq(roleInvitation.id, id), invitationAt(viewer, desk), unanswered, lt(roleInvitation.sentCount, mostMails));
  const [known] = await asAuth((tx) => tx.select({ email: roleInvitation.email }).from(roleInvitation).where(which));
  if (!known) return "none";
  const refusal = await refuseTooManyMails(known.email, ip);
  if (refusal) return refusal;
  return asAuth(async (tx) => {
    const [again] = await tx
      .update(roleInvitation)
      .set({ sentCount: sql`${roleInvitation.sentCount} + 1`, expiresAt: sql`now() + make_interval(days => ${invitationDays}::int)` })
      .where(which)
      .returning(columns);
    if (!again) return "none";
    await logInvitation(tx, "sent_again", again, { actorId: viewer.accountId });
    await enqueue(tx, "role-invitation", { subjectId: id });
    return null;
  });
}
