import { asc, eq } from "drizzle-orm";
import { street, streetInNeighbourhood } from "../../../db/schema/register.ts";
import { asAuth, asViewer } from "../../../db/viewer.server.ts";
import { moderatedNeighbourhoods } from "../moderation/moderated-neighbourhoods.server.ts";
import { isToPrint, pendingLetters } from "../moderation/pending-letters.server.ts";
import type { Moderator } from "../session/viewer.ts";
import { addressesToInvite } from "./choose-addresses.server.ts";

/** What a moderator can choose from. */
export type LetterOptions = {
  code: string;
  name: string;
  streets: { id: string; name: string }[];
  /** The letters that were asked for and can be printed. */
  requested: string[];
  /** How many addresses would get an invitation now: of those that never had one, and of all. */
  notInvited: number;
  everybody: number;
};

/** @returns null when the neighbourhood isn't this moderator's, or doesn't take part yet */
export async function letterOptions(moderator: Moderator, neighbourhoodCode: string | null): Promise<LetterOptions | null> {
  const own = await asViewer(moderator, async (tx) => {
    const area = (await moderatedNeighbourhoods(tx, moderator)).find(({ code, served }) => code === neighbourhoodCode && served);
    if (!area) return null;
    const { code, name } = area;
    const streets = await tx
      .select({ id: street.id, name: street.name })
      .from(streetInNeighbourhood)
      .innerJoin(street, eq(street.id, streetInNeighbourhood.streetId))
      .where(eq(streetInNeighbourhood.neighbourhoodCode, code))
      .orderBy(asc(street.name));
    const letters = await pendingLetters(tx, moderator);
    return { code, name, streets, requested: letters.filter((letter) => letter.neighbourhoodCode === code && isToPrint(letter)).map(({ id }) => id).slice(0, 500) };
  });
  if (!own) return null;
  return asAuth(async (tx) => {
    const addresses = async (choice: "neighbourhood" | "not_invited") => (await addressesToInvite(tx, { neighbourhoodCode: own.code, choice, streetId: null })).length;
    return { ...own, notInvited: await addresses("not_invited"), everybody: await addresses("neighbourhood") };
  });
}
