import { sql } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import { roleEvent, roleGrant } from "../../../db/schema/people.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { closeLapsedRoles } from "./end-roles.server.ts";

/** A moderator of a neighbourhood (CBS code), or an official of a municipality (code). */
export type Role = { role: "moderator"; neighbourhoodCode: string } | { role: "official"; municipalityCode: string };

/**
 * Gives an e-mail address a role from today on. Who has no account gets one; a home here isn't needed. At the next log-in it
 * asks for a second step.
 * @param until its last day (YYYY-MM-DD); without one it ends when somebody ends it
 * @returns false when it had this role already
 * @throws when the neighbourhood or municipality does not exist
 */
export async function grantRole(email: string, role: Role, until: string | null = null): Promise<boolean> {
  const accountId = await accountOf(email);
  return asWorker(async (tx) => {
    await closeLapsedRoles(tx);
    const [granted] = await tx.insert(roleGrant).values({ accountId, ...role, endsOn: until }).onConflictDoNothing().returning({ id: roleGrant.id });
    if (granted) await tx.insert(roleEvent).values({ deed: "granted", ...role, endsOn: until, subjectId: accountId, grantId: granted.id });
    return granted !== undefined;
  });
}

async function accountOf(email: string): Promise<string> {
  const [row] = await asAuth((tx) =>
    tx
      .insert(account)
      .values({ email: email.toLowerCase() })
      .onConflictDoUpdate({ target: account.email, set: { email: sql`excluded.email` } })
      .returning({ id: account.id }),
  );
  return row!.id;
}
