import { createHash } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Locale, mailProof, type ProofPurpose } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { keyedHash } from "../../http/secrets.server.ts";
import { proofMinutes } from "./ask-proof.server.ts";
import { codeFrom } from "./short-code.ts";

export type PreparedProof = { purpose: ProofPurpose; email: string; locale: Locale; known: boolean; token: string; code: string };

/** What the database keeps of a link's token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * Makes the link's token (256 bits) and the code of a proof, for the mail that is about to go. They follow from the
 * proof's random id and a key outside the database, so that a delivery that is repeated sends the very same mail; the
 * database gets the SHA-256 of the token and the argon2id hash of the code. The ten minutes start now.
 * @returns null when the proof was used or is gone
 */
export async function prepareProof(proofId: string): Promise<PreparedProof | null> {
  const token = keyedHash("token of a mailed link", proofId, "base64url");
  const code = codeFrom(Buffer.from(keyedHash("code in a mail", proofId), "hex"));
  const codeHash = await hashCode(code);
  const [proof] = await asAuth((tx) =>
    tx
      .update(mailProof)
      .set({ tokenHash: hashToken(token), codeHash, expiresAt: sql`now() + make_interval(mins => ${proofMinutes})` })
      .where(and(eq(mailProof.id, proofId), isNull(mailProof.usedAt)))
      .returning({ purpose: mailProof.purpose, email: mailProof.email, locale: mailProof.locale, accountId: mailProof.accountId }),
  );
  return proof ? { purpose: proof.purpose, email: proof.email, locale: proof.locale, known: proof.accountId !== null, token, code } : null;
}

/** argon2id with 19 MiB and two passes (OWASP's minimum): about 40 ms, which is what a guess costs. */
export function hashCode(code: string): Promise<string> {
  return hash(code, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}
