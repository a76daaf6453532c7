import { type Locale, signup } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { askProof } from "../session/ask-proof.server.ts";
import { type Refusal, refuseTooManyMails } from "../session/ask-to-log-in.server.ts";
import { findHome } from "./find-addresses.server.ts";

/**
 * Begins a sign-up: an address and a mailbox that still has to be proven. Any number of mailboxes may begin at an
 * address, and nobody hears of another.
 * @returns "no_home" when one can't join at the address
 */
export async function startSignup(asked: { dwellingId: string; email: string; locale: Locale; ip: string; browserHash: string }): Promise<Refusal | "no_home"> {
  const { email, locale, browserHash, dwellingId } = asked;
  const refusal = await refuseTooManyMails(email, asked.ip);
  if (refusal) return refusal;
  return asAuth(async (tx) => {
    const home = await findHome(tx, dwellingId);
    if (!home?.neighbourhood?.served) return "no_home";
    const [made] = await tx.insert(signup).values({ email, locale, dwellingId, neighbourhoodCode: home.neighbourhood.code }).returning({ id: signup.id });
    await askProof(tx, { purpose: "sign_up", email, locale, browserHash, signupId: made!.id });
    return null;
  });
}
