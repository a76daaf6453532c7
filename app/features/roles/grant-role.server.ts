import { sql } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import { roleGrant } from "../../../db/schema/people.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";

/** A moderator of a neighbourhood (CBS code), or an official of a municipality (code). */
export type Role = { role: "moderator"; neighbourhoodCode: string } | { role: "official"; municipalityCode: string };

/**
 * Gives an e-mail address a role. Who has no account gets one; a home here isn't needed. At the next log-in it asks for a
 * second step.
 * @returns false when it had this role already
 * @throws when the neighbourhood or municipality does not exist
 */
export async function grantRole(email: string, role: Role): Promise<boolean> {
  const accountId = await accountOf(email);
  const granted = await asWorker((tx) => tx.insert(roleGrant).values({ accountId, ...role }).onConflictDoNothing().returning({ id: roleGrant.id }));
  return granted.length === 1;
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
