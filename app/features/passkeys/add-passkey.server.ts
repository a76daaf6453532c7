import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { passkey } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { raiseSession } from "../second-factor/raise-session.server.ts";
import { renewRecoveryCodes } from "../second-factor/recovery-codes.server.ts";
import { isStaff, lockSecondFactor } from "../second-factor/second-factor-of.server.ts";
import { browserHash } from "../session/browser.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import type { NewCredential } from "./browser-answer.server.ts";
import { useUpChallenges } from "./challenges.server.ts";
import { knownTransports } from "./known-transports.ts";
import { mayAddPasskey } from "./may-add-passkey.server.ts";
import { relyingParty } from "./relying-party.server.ts";

/** `second` is there when it became the first second step of staff: recovery codes, and the cookie of the raised session. */
export type AddedPasskey = { ok: false } | { ok: true; second: { codes: string[]; cookie: string } | null };

/**
 * Adds a passkey that this browser's device just made, and tells its owner by mail. One that is known already, whoever's
 * it is, is refused like any that is wrong.
 * @param name as its owner calls it, at most 60 characters
 */
export async function addPasskey(viewer: AccountViewer, request: Request, { name, answer }: { name: string; answer: NewCredential }): Promise<AddedPasskey> {
  const { accountId } = viewer;
  return asAuth(async (tx): Promise<AddedPasskey> => {
    const before = await lockSecondFactor(tx, accountId);
    const challenges = await useUpChallenges(tx, { purpose: "add", browserHash: browserHash(request) ?? "", accountId });
    if ((await mayAddPasskey(tx, viewer, before)) !== "yes") return { ok: false };
    const made = await checkNew(answer, challenges);
    if (!made) return { ok: false };
    const added = await tx
      .insert(passkey)
      .values({
        accountId,
        credentialId: made.id,
        publicKey: Buffer.from(made.publicKey).toString("base64url"),
        counter: made.counter,
        transports: knownTransports(answer.response.transports),
        name,
      })
      .onConflictDoNothing({ target: passkey.credentialId })
      .returning({ id: passkey.id });
    if (added.length === 0) return { ok: false };
    await enqueue(tx, "passkey-added", { accountId });
    if (!isStaff(viewer) || before.setUp) return { ok: true, second: null };
    const codes = await renewRecoveryCodes(tx, accountId);
    const cookie = await raiseSession(tx, viewer, request);
    return { ok: true, second: cookie ? { codes, cookie } : null };
  });
}

async function checkNew(answer: NewCredential, challenges: readonly string[]) {
  const { id, origin } = relyingParty();
  try {
    if (!withoutCertificates(answer.response.attestationObject)) return null;
    const result = await verifyRegistrationResponse({
      response: { ...answer, response: { ...answer.response, transports: knownTransports(answer.response.transports) } },
      expectedChallenge: (challenge) => challenges.includes(challenge),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    return result.verified ? result.registrationInfo.credential : null;
  } catch {
    // The library throws for most of what can be wrong.
    return null;
  }
}

/** Nobody was asked for a certificate of their device, and checking one could make the server ask addresses that stand in it. */
function withoutCertificates(attestation: string): boolean {
  const object = decodeAttestationObject(new Uint8Array(Buffer.from(attestation, "base64url")));
  const form = object.get("fmt");
  return form === "none" || (form === "packed" && object.get("attStmt").get("x5c") === undefined);
}
