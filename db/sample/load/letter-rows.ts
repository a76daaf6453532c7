import { homesOf, PARTICIPATION } from "../people/choose-households.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Identified } from "../register/identify.ts";
import type { Row } from "./insert-rows.ts";

/** What the cooperative sent before: invitations to four in five homes at its beginning, later to one street, and one address there that wants no more letters. */
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
  const invited = (to: typeof homes, at: Date, of: string): Row[] =>
    to.map(({ unit, neighbourhood }) => ({
      id: uuid(random), neighbourhood_code: neighbourhood.code, dwelling_id: ids.unit(unit), batch_id: of, requested_at: at, print_after: at, printed_at: at, printed_by: moderator, print_count: 1,
    }));
  const street = invited(homes, printed, batch);
  const refusal = [{ id: uuid(random), neighbourhood_code: code, dwelling_id: ids.unit(homes.at(-1)!.unit), way: "code", created_at: daysBefore(now, 37) }];
  const begun = daysBefore(now, 580);
  const first = Object.keys(PARTICIPATION).map((neighbourhood) => {
    const all = homesOf(ids).filter((home) => home.neighbourhood.code === neighbourhood);
    const id = uuid(random);
    return { id, code: neighbourhood, letters: invited(all.filter((_, index) => index % 5 !== 0), begun, id) };
  });
  return {
    batch: [
      {
        id: batch, neighbourhood_code: code, choice: "street", street_id: streetId, letter_ids: [], second_locale: "en", made_by: moderator, created_at: printed, state: "fetched", attempt: 1,
        worked_at: printed, total: homes.length, made: homes.length, ready_at: printed, fetched_at: printed, fetched_by: moderator, gone_at: printed,
      },
      ...first.map(({ id, code: of, letters }) => ({
        id, neighbourhood_code: of, choice: "not_invited", street_id: null, letter_ids: [], second_locale: null, made_by: moderator, created_at: begun, state: "fetched", attempt: 1,
        worked_at: begun, total: letters.length, made: letters.length, ready_at: begun, fetched_at: begun, fetched_by: moderator, gone_at: begun,
      })),
    ],
    invitation: [...street, ...first.flatMap(({ letters }) => letters)],
    refusal,
  };
}
