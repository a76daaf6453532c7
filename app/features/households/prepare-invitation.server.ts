import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { householdInvitation, type Locale } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { keyedHash } from "../../http/secrets.server.ts";
import { hashToken } from "../session/prepare-proof.server.ts";

/**
 * Makes the token of an invitation for the mail that is about to go; it follows from the random id and a key outside the
 * database, which gets its SHA-256 only.
 * @returns null when the invitation was accepted, taken back or has expired
 */
export async function prepareInvitation(id: string): Promise<{ email: string; locale: Locale; token: string } | null> {
  const token = keyedHash("token of an invitation", id, "base64url");
  const [row] = await asAuth((tx) =>
    tx
      .update(householdInvitation)
      .set({ tokenHash: hashToken(token) })
      .where(and(eq(householdInvitation.id, id), isNull(householdInvitation.acceptedAt), isNull(householdInvitation.revokedAt), gt(householdInvitation.expiresAt, sql`now()`)))
      .returning({ email: householdInvitation.email, locale: householdInvitation.locale }),
  );
  return row ? { ...row, token } : null;
}
