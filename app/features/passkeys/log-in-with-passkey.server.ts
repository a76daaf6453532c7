import { asAuth } from "../../../db/viewer.server.ts";
import { browserHash } from "../session/browser.server.ts";
import { createSession } from "../session/create-session.server.ts";
import type { Assertion } from "./browser-answer.server.ts";
import { spendPasskey } from "./spend-passkey.server.ts";

/**
 * Logs in whose passkey signed; staff have shown both factors with it.
 * @returns the value of a Set-Cookie header, or null whatever is wrong
 */
export async function logInWithPasskey(request: Request, answer: Assertion): Promise<string | null> {
  return asAuth(async (tx) => {
    const accountId = await spendPasskey(tx, { browserHash: browserHash(request) ?? "", accountId: null }, answer);
    return accountId && createSession(tx, accountId, request, { passkey: true });
  });
}
