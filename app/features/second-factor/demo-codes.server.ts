import { asc, eq } from "drizzle-orm";
import { account, totp } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";
import { codeAt } from "./totp.ts";
import { decryptTotpSecret } from "./totp-secret.server.ts";

/** The current codes of the made-up staff, because nobody has their telephones. Outside the demo there are none. */
export async function demoCodes(): Promise<{ email: string; code: string }[]> {
  if (env().APP_MODE !== "demo") return [];
  const rows = await asAuth((tx) =>
    tx.select({ id: account.id, email: account.email, secret: totp.secretEncrypted }).from(totp).innerJoin(account, eq(account.id, totp.accountId)).orderBy(asc(account.email)),
  );
  return rows.map(({ id, email, secret }) => ({ email, code: codeAt(decryptTotpSecret(id, secret)) }));
}
