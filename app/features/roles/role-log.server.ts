import { desc, inArray } from "drizzle-orm";
import { roleInvitation } from "../../../db/schema/auth.ts";
import { roleEvent, type RoleDeed, type RoleName } from "../../../db/schema/people.ts";
import { asAuth, asViewer } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { type Desk, isColleague, placesAt } from "./desk.ts";
import { emailsOf } from "./emails-of.server.ts";
import { placeColumns, type RolePlace } from "./role-place.server.ts";

const mostRows = 200;

/** Somebody in the log: the viewer, who runs the site, an e-mail address, or somebody whose address the viewer doesn't get to know. */
export type LoggedPerson = "me" | "site" | "somebody" | { email: string };
export type RoleLogLine = RolePlace & { id: string; at: Date; deed: RoleDeed; role: RoleName; until: string | null; by: LoggedPerson; whom: LoggedPerson };

/** What happened with the roles of a desk's places, the newest first. */
export async function roleLog(viewer: AccountViewer, desk: Desk): Promise<RoleLogLine[]> {
  const column = desk === "beheer" ? roleEvent.neighbourhoodCode : roleEvent.municipalityCode;
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({
        id: roleEvent.id, at: roleEvent.at, deed: roleEvent.deed, role: roleEvent.role, until: roleEvent.endsOn,
        actorId: roleEvent.actorId, subjectId: roleEvent.subjectId, invitationId: roleEvent.invitationId, ...placeColumns(roleEvent),
      })
      .from(roleEvent)
      .where(inArray(column, [...placesAt(desk, viewer)]))
      .orderBy(desc(roleEvent.at), desc(roleEvent.id))
      .limit(mostRows),
  );
  // Who gives roles is a colleague; of who gets one, the address is known to colleagues or to who invited.
  const mine = new Map(await ownInvitations(viewer, rows.flatMap(({ invitationId }) => invitationId ?? [])));
  const isKnown = ({ role, invitationId }: (typeof rows)[number]) => isColleague(role) || (invitationId !== null && mine.has(invitationId));
  const givers = rows.filter(({ role, deed, actorId, subjectId }) => isColleague(role) || (deed !== "declined" && actorId !== subjectId));
  const emails = await emailsOf([...givers.map(({ actorId }) => actorId), ...rows.filter(isKnown).flatMap(({ actorId, subjectId }) => [actorId, subjectId])].filter((id) => id !== null));
  const person = (id: string | null, known: boolean): LoggedPerson => {
    if (id === viewer.accountId) return "me";
    const email = id && known ? emails.get(id) : undefined;
    return email ? { email } : "somebody";
  };
  return rows.map(({ actorId, subjectId, invitationId, ...row }) => {
    const known = isKnown({ actorId, subjectId, invitationId, ...row });
    const invited = invitationId ? mine.get(invitationId) : undefined;
    return {
      ...row,
      by: actorId === null ? "site" : person(actorId, known || actorId !== subjectId),
      whom: subjectId ? person(subjectId, known) : invited ? { email: invited } : "somebody",
    };
  });
}

async function ownInvitations(viewer: AccountViewer, ids: string[]): Promise<[string, string][]> {
  if (ids.length === 0) return [];
  const rows = await asAuth((tx) => tx.select({ id: roleInvitation.id, email: roleInvitation.email, invitedBy: roleInvitation.invitedBy }).from(roleInvitation).where(inArray(roleInvitation.id, ids)));
  return rows.filter(({ invitedBy }) => invitedBy === viewer.accountId).map(({ id, email }) => [id, email]);
}
