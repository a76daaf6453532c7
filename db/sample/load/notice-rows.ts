import type { SampleMeasure } from "../people/choose-measures.ts";
import type { SampleWish } from "../people/choose-wishes.ts";
import { demoPeople } from "../people/demo-people.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Row } from "./insert-rows.ts";

type Shared = { households: readonly SampleHousehold[]; measures: readonly SampleMeasure[]; wishes: readonly SampleWish[]; joins: readonly Row[]; announcements: readonly Row[] };
type Told = { kind: string; subject_id: unknown; cause_id: unknown; created_at: Date };

/** How many of their newest messages the people of the demo have not read. */
const unreadInDemo = 4;

/**
 * What residents were told in the last months: who joined their wish, what the cooperative announced, what homes like theirs shared.
 * All of it was mailed in its time. Those of the demo have a few left to read, the others read what is older than some days.
 */
export function noticeRows({ households, measures, wishes, joins, announcements }: Shared, random: Random, now: Date): Row[] {
  const since = daysBefore(now, 120);
  const demo: readonly string[] = [demoPeople.resident.email, demoPeople.neighbour.email];
  const joinsOf = new Map<unknown, Row[]>();
  for (const join of joins) joinsOf.set(join.wish_id, [...(joinsOf.get(join.wish_id) ?? []), join]);
  return households.flatMap((household) => {
    const shared = measures.filter(
      (measure) => measure.audience === "neighbourhood" && !measure.hiddenAt && measure.household !== household && measure.household.neighbourhoodCode === household.neighbourhoodCode && measure.household.cluster === household.cluster,
    );
    const told: Told[] = [
      ...wishes.filter((wish) => wish.household === household).flatMap(({ id }) => (joinsOf.get(id) ?? []).map((join) => ({ kind: "wish-joined", subject_id: id, cause_id: join.id, created_at: join.created_at as Date }))),
      ...announcements
        .filter(({ neighbourhood_code: code }) => code === household.neighbourhoodCode)
        .map(({ id, published_at: at }) => ({ kind: "announcement-published", subject_id: id, cause_id: null, created_at: at as Date })),
      ...shared.map(({ id, sharedAt }) => ({ kind: "measure-shared", subject_id: id, cause_id: null, created_at: sharedAt })),
    ];
    const newest = told.filter(({ created_at: at }) => at > since && at > household.joinedAt && at <= now).sort((a, b) => b.created_at.getTime() - a.created_at.getTime());
    return household.people.flatMap((person) =>
      person.involvement === "not_now" ? [] : newest.slice(0, 20).map((notice, place) => {
        const unread = demo.includes(person.email) ? place < unreadInDemo : notice.created_at > daysBefore(now, 4);
        const seen = new Date(notice.created_at.getTime() + random.whole(1, 72) * 3_600_000);
        return {
          id: uuid(random), neighbourhood_code: household.neighbourhoodCode, resident_id: person.id, happening_id: uuid(random), ...notice,
          read_at: unread ? null : seen < now ? seen : now, mailed_at: notice.created_at,
        };
      }),
    );
  });
}
