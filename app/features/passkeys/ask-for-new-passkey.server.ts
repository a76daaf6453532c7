import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkey } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { emailOf } from "../second-factor/email-of.server.ts";
import { secondFactorOf } from "../second-factor/second-factor-of.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { keepChallenge } from "./challenges.server.ts";
import { knownTransports } from "./known-transports.ts";
import { mayAddPasskey } from "./may-add-passkey.server.ts";
import { challengeMinutes, relyingParty, userHandleOf } from "./relying-party.server.ts";

/**
 * What to hand to a browser so that its device makes a passkey: one that the device finds by itself and that asks for a
 * finger, a face or a PIN. Of which make the device is, isn't asked.
 * @returns null when somebody may not add one now
 */
export async function askForNewPasskey(viewer: AccountViewer, browserHash: string): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const { accountId } = viewer;
  return asAuth(async (tx) => {
    if ((await mayAddPasskey(tx, viewer, await secondFactorOf(tx, accountId))) !== "yes") return null;
    const own = await tx.select({ id: passkey.credentialId, transports: passkey.transports }).from(passkey).where(eq(passkey.accountId, accountId));
    const email = await emailOf(tx, accountId);
    const { id, name } = relyingParty();
    const options = await generateRegistrationOptions({
      rpID: id,
      rpName: name,
      userID: new Uint8Array(Buffer.from(userHandleOf(accountId), "base64url")),
      userName: email,
      userDisplayName: email,
      attestationType: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: own.map(({ id: known, transports }) => ({ id: known, transports: knownTransports(transports) })),
      timeout: challengeMinutes * 60_000,
    });
    await keepChallenge(tx, { purpose: "add", browserHash, accountId }, options.challenge);
    return options;
  });
}
