import { sql } from "drizzle-orm";
import { type Locale, mailProof, type ProofPurpose } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";

/** For what, by whom, and in which browser a proof of a mailbox is asked. */
export type ProofRequest = {
  purpose: ProofPurpose;
  email: string;
  locale: Locale;
  browserHash: string;
  accountId?: string | null;
  signupId?: string | null;
};

/** A proof lives this many minutes, counted from its mail. */
export const proofMinutes = 10;

/** Asks for a mail with a link and a code. Both are made when the mail is delivered: nothing here opens anything. */
export async function askProof(tx: AuthTx, request: ProofRequest): Promise<void> {
  const [made] = await tx
    .insert(mailProof)
    .values({ ...request, expiresAt: sql`now() + make_interval(mins => ${proofMinutes})` })
    .returning({ id: mailProof.id });
  await enqueue(tx, "proof", { proofId: made!.id });
}
