import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { recoveryCode } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { keyedHash } from "../../http/secrets.server.ts";
import { codeFrom } from "../session/short-code.ts";

/**
 * Gives an account ten codes for who has lost the phone, in the place of any that it has; each works once.
 * @returns the codes, never to be read again
 */
export async function renewRecoveryCodes(tx: AuthTx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => codeFrom(randomBytes(16)));
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
  await tx.insert(recoveryCode).values(codes.map((code) => ({ accountId, codeHash: hashRecoveryCode(accountId, code) })));
  return codes;
}

/**
 * What the database keeps of a recovery code. A fast hash is enough: codes are random, and its key is not in the database.
 */
export function hashRecoveryCode(accountId: string, code: string): string {
  return keyedHash("recovery code", `${accountId} ${code}`);
}
