import { and, eq } from "drizzle-orm";
import { type Locale, roleInvitation } from "../../../db/schema/auth.ts";
import type { RoleName } from "../../../db/schema/people.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { keyedHash } from "../../http/secrets.server.ts";
import { hashToken } from "../session/prepare-proof.server.ts";
import { unanswered } from "./pending-invitations.server.ts";
import { placeColumns, type RolePlace } from "./role-place.server.ts";

export type PreparedRoleInvitation = RolePlace & { email: string; locale: Locale; role: RoleName; token: string };

/**
 * Makes the token of an invitation to a role for the mail that is about to go; it follows from the random id and a key
 * outside the database, which gets its SHA-256 only.
 * @returns null when the invitation was answered, taken back or has expired
 */
export async function prepareRoleInvitation(id: string): Promise<PreparedRoleInvitation | null> {
  const token = keyedHash("token of an invitation to a role", id, "base64url");
  return asAuth(async (tx) => {
    const [open] = await tx
      .update(roleInvitation)
      .set({ tokenHash: hashToken(token) })
      .where(and(eq(roleInvitation.id, id), unanswered))
      .returning({ id: roleInvitation.id });
    if (!open) return null;
    const [row] = await tx
      .select({ email: roleInvitation.email, locale: roleInvitation.locale, role: roleInvitation.role, ...placeColumns(roleInvitation) })
      .from(roleInvitation)
      .where(eq(roleInvitation.id, open.id));
    return { ...row!, token };
  });
}
