import { unsubscriptionScopes, type UnsubscriptionScope } from "../../../db/schema/choices.ts";
import { readSignedId, signId } from "../../http/signed-id.server.ts";

/** Where mail is turned off without logging in; nothing else of the site may be asked for by another site. */
export const unsubscribeFolder = "/berichten/afmelden/";

const purpose = (scope: UnsubscriptionScope) => `turning off mail: ${scope}`;

/** The path by which an account turns mail off, which nobody else could have made; it never expires. */
export function unsubscribePath(scope: UnsubscriptionScope, accountId: string): string {
  return `${unsubscribeFolder}${scope}/${signId(purpose(scope), accountId)}`;
}

/** What {@link unsubscribePath} made, from the parameters of its page; null for anything else. */
export function readUnsubscribe({ scope, signed }: { scope?: string; signed?: string }): { scope: UnsubscriptionScope; accountId: string } | null {
  const known = unsubscriptionScopes.find((each) => each === scope);
  const accountId = known && readSignedId(purpose(known), signed);
  return known && accountId ? { scope: known, accountId } : null;
}
