import { homesOf } from "../people/choose-households.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Identified } from "../register/identify.ts";
import type { Row } from "./insert-rows.ts";

/** What the cooperative sent before: invitations to one street, and one address there that wants no more letters. */
export interface LetterRows {
  batch: Row[];
  invitation: Row[];
  refusal: Row[];
}

/** @param near whose street was invited: everybody in it, joined or not */
export function letterRows(ids: Identified, near: SampleHousehold, moderator: string, random: Random, now: Date): LetterRows {
  const { neighbourhoodCode: code, streetId } = near;
  const homes = homesOf(ids).filter(({ neighbourhood, unit }) => neighbourhood.code === code && ids.street(unit.street) === streetId);
  const printed = daysBefore(now, 40);
  const batch = uuid(random);
  return {
    batch: [
      {
        id: batch, neighbourhood_code: code, choice: "street", street_id: streetId, letter_ids: [], second_locale: "en", made_by: moderator, created_at: printed, state: "fetched", attempt: 1,
        worked_at: printed, total: homes.length, made: homes.length, ready_at: printed, fetched_at: printed, fetched_by: moderator, gone_at: printed,
      },
    ],
    invitation: homes.map(({ unit }) => ({
      id: uuid(random), neighbourhood_code: code, dwelling_id: ids.unit(unit), batch_id: batch, requested_at: printed, print_after: printed, printed_at: printed, printed_by: moderator, print_count: 1,
    })),
    refusal: [{ id: uuid(random), neighbourhood_code: code, dwelling_id: ids.unit(homes.at(-1)!.unit), way: "code", created_at: daysBefore(now, 37) }],
  };
}
