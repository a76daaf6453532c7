import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkey } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { keepChallenge } from "./challenges.server.ts";
import { knownTransports } from "./known-transports.ts";
import { challengeMinutes, relyingParty } from "./relying-party.server.ts";

/**
 * What to hand to a browser so that its device signs with a passkey. Without an account it says nothing about anybody:
 * the device knows by itself which keys it has for this site.
 * @param asked.accountId whose second step it is; null for logging in
 */
export async function askForPasskey(asked: { browserHash: string; accountId: string | null }): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return asAuth(async (tx) => {
    const own = asked.accountId
      ? await tx.select({ id: passkey.credentialId, transports: passkey.transports }).from(passkey).where(eq(passkey.accountId, asked.accountId))
      : [];
    const options = await generateAuthenticationOptions({
      rpID: relyingParty().id,
      userVerification: "required",
      timeout: challengeMinutes * 60_000,
      allowCredentials: own.map(({ id, transports }) => ({ id, transports: knownTransports(transports) })),
    });
    await keepChallenge(tx, { ...asked, purpose: asked.accountId ? "second_step" : "log_in" }, options.challenge);
    return options;
  });
}
