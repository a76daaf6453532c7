import { eq } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";

/** The e-mail address of an account. @throws when there is no such account */
export async function emailOf(tx: AuthTx, accountId: string): Promise<string> {
  const [row] = await tx.select({ email: account.email }).from(account).where(eq(account.id, accountId));
  if (!row) throw new Error("There is no such account.");
  return row.email;
}
