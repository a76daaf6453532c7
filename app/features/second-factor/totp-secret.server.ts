import { seal, unseal } from "../../http/sealing.server.ts";

/** A secret as the database keeps it: encrypted under a key that is not in the database, for this account only. */
export function encryptTotpSecret(accountId: string, secret: string): string {
  return seal("totp secret", accountId, secret);
}

/** @throws when the secret was encrypted with another APP_SECRET */
export function decryptTotpSecret(accountId: string, encrypted: string): string {
  const secret = unseal("totp secret", accountId, encrypted);
  if (!secret) throw new Error("A secret of a second step cannot be read: APP_SECRET is not the one it was made with.");
  return secret;
}
