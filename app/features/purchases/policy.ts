import type { SignUpState } from "../../../db/schema/purchase-choices.ts";
import { isCoolingOff } from "./engine/cooling-off.ts";
import { stepFor } from "./engine/sign-up-states.ts";

/** What somebody can do with a sign-up of their household, by the word in the address of that deed. */
export const deedsWith = {
  afmelden: "withdrawn",
  afwijzen: "declined",
  bezwaar: "paused",
  "bezwaar-voorbij": "ordered",
  geleverd: "delivered",
  klacht: "complaint",
  "klacht-opgelost": "delivered",
} as const satisfies Record<string, SignUpState>;
export type Deed = keyof typeof deedsWith;
export const isDeed = (word: string | undefined): word is Deed => word !== undefined && Object.hasOwn(deedsWith, word);

type Own = { state: SignUpState; mine: boolean; orderedAt: Date | string | null; coolingOffFrom: string | null; coolingOffUntil: string | null };

/**
 * Explains what the database will let happen, so that a page offers that and no more.
 * @param today as 2026-05-03
 */
export function deedsOf(own: Own, today: string): Deed[] {
  const may = (to: SignUpState) => typeof stepFor(own.state, to, { by: own.mine ? "resident" : "housemate", reason: "other", coolingOff: coolingOff(own, today) }) !== "string";
  return (Object.keys(deedsWith) as Deed[]).filter((deed) => {
    if (deed === "afmelden") return !own.orderedAt && may("withdrawn");
    if (deed === "bezwaar-voorbij") return own.state === "paused" && may("ordered");
    if (deed === "klacht-opgelost") return own.state === "complaint" && may("delivered");
    if (deed === "geleverd") return own.state === "planned" && may("delivered");
    return may(deedsWith[deed]);
  });
}

/** Whether the contract can be withdrawn from now, in two steps and with a mail. */
export function canWithdraw(own: Own, today: string): boolean {
  return own.orderedAt !== null && typeof stepFor(own.state, "withdrawn", { by: own.mine ? "resident" : "housemate", coolingOff: coolingOff(own, today) }) !== "string";
}

function coolingOff({ coolingOffUntil }: Own, today: string): boolean {
  return coolingOffUntil === null ? isCoolingOff(null, today) : today <= coolingOffUntil;
}
