import { env } from "../../env.server.ts";

/** For so many minutes a browser may answer what it was asked. */
export const challengeMinutes = 5;

/** For whom a device makes a key: it works on this site only, and the browser says on which site it was used. */
export function relyingParty(): { name: string; id: string; origin: string } {
  const { hostname, origin } = new URL(env().APP_URL);
  return { name: "Buurhof", id: hostname, origin };
}

/** What a device keeps with its key to tell accounts apart, in base64url. Random, like the id of the account. */
export function userHandleOf(accountId: string): string {
  return Buffer.from(accountId).toString("base64url");
}
