import { inArray } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";

/** The e-mail addresses of accounts, by id; only of those that whoever asks was allowed to know. */
export async function emailsOf(accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await asAuth((tx) => tx.select({ id: account.id, email: account.email }).from(account).where(inArray(account.id, [...new Set(accountIds)])));
  return new Map(rows.map(({ id, email }) => [id, email]));
}
