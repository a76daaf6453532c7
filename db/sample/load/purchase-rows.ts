import { coolingOffEnds } from "../../../app/features/purchases/engine/cooling-off.ts";
import type { SignUpState, StepReason } from "../../schema/purchase-choices.ts";
import { demoPeople } from "../people/demo-people.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import { checks, failed, moreRoom, news, photoCheck, purchases, reviews, rules } from "../words/purchases.ts";
import type { Row } from "./insert-rows.ts";
import type { Walk, WalkStep } from "./walk-sign-ups.ts";

const day = (at: Date) => at.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
const usualWay: SignUpState[] = ["suitability", "suitable", "offered", "ordered", "confirmed", "planned", "delivered", "reviewed"];
const byModerator = new Set<SignUpState>(["suitable", "offered", "planned", "unsuitable", "supplier_failed"]);
type Ending = { to: SignUpState; reason: StepReason; words?: string; by: "time" | "moderator" };
type Made = { key: keyof typeof purchases; opened: number; deadline: number; prolongUntil?: number; threshold: number; capacity: number | null; state: string; ended?: number; ending?: Ending };

/**
 * Purchases in every state, and who takes part, as walks along the arrows. A household is as far as its turn says: the counts are of
 * the sample, and stay the same with the same seed.
 */
export function purchaseRows(households: readonly SampleHousehold[], moderatorId: string, random: Random, now: Date) {
  const rows = { purchase: [] as Row[], place: [] as Row[], rules: [] as Row[], tier: [] as Row[], check: [] as Row[], news: [] as Row[], event: [] as Row[], signUp: [] as Row[], offer: [] as Row[], answer: [] as Row[] };
  const walks: Walk[] = [];
  const ends: Row[] = [];
  const of = (email: string) => households.find(({ people: [first] }) => first.email === email)!;
  const [demo, neighbour] = [of(demoPeople.resident.email), of(demoPeople.neighbour.email)];
  const here = households.filter(({ neighbourhoodCode, tenant, joinedAt, id }) => neighbourhoodCode === demo.neighbourhoodCode && !tenant && joinedAt < daysBefore(now, 3) && id !== demo.id && id !== neighbour.id);
  const dayOf = (daysAgo: number) => day(daysBefore(now, daysAgo));

  const make = ({ key, opened, deadline, prolongUntil, threshold, capacity, state, ended, ending }: Made) => {
    const { title, body, kinds, supplier, why, tiers } = purchases[key];
    const id = uuid(random);
    rows.purchase.push({ id, title, body, kinds, dwelling_types: [], for_owners: true, for_tenants: true, supplier, supplier_why: why, state: "open", rules_version: 1, made_by: moderatorId, created_at: daysBefore(now, opened + 10), opened_at: daysBefore(now, opened), round: 1, orders: 0, most_orders: 0, places: 0 });
    rows.place.push({ purchase_id: id, neighbourhood_code: demo.neighbourhoodCode });
    const ruled = {
      purchase_id: id, version: 1, why: null as string | null, threshold, capacity, deadline: dayOf(deadline), below: prolongUntil === undefined ? "cancel" : "prolong", prolong_until: prolongUntil === undefined ? null : dayOf(prolongUntil), withdrawal: "price_follows",
      cooling_off_from: "contract", ...rules, supplier_fields: ["name", "email", "phone", "address", "answers"], keep_until: dayOf(-900), proposed_by: moderatorId, proposed_at: daysBefore(now, opened + 1), adopted_at: daysBefore(now, opened) as Date | null,
    };
    rows.rules.push(ruled);
    for (const [from, cents] of tiers) rows.tier.push({ purchase_id: id, version: 1, from_orders: from, cents, vat_cents: key === "open" ? 0 : Math.round((cents * 21) / 121) });
    const asked = checks.map((check, index) => ({ id: uuid(random), purchase_id: id, place: index + 1, ...check }));
    rows.check.push(...asked);
    if (key === "prolonged") rows.check.push({ id: uuid(random.fork("photo")), purchase_id: id, place: asked.length + 1, ...photoCheck });
    rows.event.push({ id: uuid(random), purchase_id: id, deed: "opened", actor_id: moderatorId, words: null, at: daysBefore(now, opened) });
    if (state === "open" && prolongUntil !== undefined && deadline > 0) rows.event.push({ id: uuid(random), purchase_id: id, deed: "prolonged", actor_id: null, words: null, at: daysBefore(now, deadline - 1) });
    if (ended !== undefined) rows.event.push({ id: uuid(random), purchase_id: id, deed: state, actor_id: ending?.by === "time" || !ending ? null : moderatorId, words: ending?.words ?? null, at: daysBefore(now, ended) });
    ends.push({ id, state, prolonged_at: prolongUntil === undefined ? null : daysBefore(now, deadline - 1), ended_at: ended === undefined ? null : daysBefore(now, ended) });

    /** @param way to where, along the way that most go */
    const join = (home: SampleHousehold, to: SignUpState, last?: Ending) => {
      const signUp = uuid(random);
      const [person] = home.people;
      const since = Math.max(opened - 1 - random.whole(0, 3), 2);
      const until = ended ?? 0;
      const at = daysBefore(now, since);
      const names = to === "interest" ? [] : usualWay.slice(0, usualWay.indexOf(to) + 1);
      // Whoever ordered and nothing more can still take it back, on whichever day the sample is made.
      const orderedAt = daysBefore(now, to === "ordered" ? Math.min(since / 2, 10) : Math.max(since - (since - until) / 3, until + 0.5));
      const isOrder = names.includes("ordered");
      const coolingOff = coolingOffEnds(day(orderedAt))!;
      const steps: WalkStep[] = names.map((state, index) => {
        const part = state === "ordered" ? orderedAt : state === "confirmed" ? new Date(Date.parse(coolingOff) + 26 * 3_600_000) : daysBefore(now, index < 3 ? since - ((since - until) * (index + 1)) / 14 : Math.max(0.2, until - (index - 4) * 8));
        return { state, mover: state === "confirmed" ? "time" : byModerator.has(state) ? "moderator" : "resident", moved_by: state === "confirmed" ? null : byModerator.has(state) ? moderatorId : person.id, moved_at: part, reason: null, words: null };
      });
      if (last) steps.push({ state: last.to, mover: last.by, moved_by: last.by === "time" ? null : moderatorId, moved_at: daysBefore(now, until), reason: last.reason, words: last.words ?? null });
      walks.push({ id: signUp, steps });
      rows.signUp.push({
        id: signUp, reference: uuid(random).replaceAll("-", "").slice(0, 10).toUpperCase(), purchase_id: id, joined_in: home.neighbourhoodCode, neighbourhood_code: home.neighbourhoodCode, household_id: home.id, dwelling_id: home.dwellingId, street_id: home.streetId,
        building_id: home.buildingId, resident_id: person.id, party: "owner", homes: 1, rules_version: 1, state: "interest", mover: "resident", moved_by: person.id, moved_at: at, adult: isOrder, created_at: at, offer_version: isOrder ? 1 : null,
        terms_version: isOrder ? "1" : null, ordered_at: isOrder ? orderedAt : null, cooling_off_from: isOrder ? day(orderedAt) : null, cooling_off_until: isOrder ? coolingOff : null,
        planned_on: names.includes("planned") ? dayOf(names.includes("delivered") ? until - 15 : -12) : null, delivered_on: names.includes("delivered") ? dayOf(until - 15) : null,
        satisfaction: to === "reviewed" ? random.whole(3, 5) : null, review: to === "reviewed" ? random.pick(reviews) : null,
      });
      if (names.length > 0) for (const { id: check, kind } of asked) rows.answer.push({ sign_up_id: signUp, check_id: check, joined_in: home.neighbourhoodCode, household_id: home.id, answer: kind === "yes_no" ? "ja" : kind === "number" ? String(random.whole(1, 4)) : "Nee", answered_at: at });
      if (!names.includes("offered")) return;
      const price = tiers[0]![1];
      const extras = random.chance(0.4) ? 24_500 : 0;
      rows.offer.push({
        sign_up_id: signUp, version: 1, joined_in: home.neighbourhoodCode, household_id: home.id, price_cents: price, price_vat_cents: key === "open" ? 0 : Math.round((price * 21) / 121), extras_cents: extras, extras_vat_cents: Math.round((extras * 21) / 121),
        extras_what: extras ? "Een steiger aan de achterkant" : null, subsidy_cents: key === "reached" ? 212_500 : null, saving_from_cents: 18_000, saving_to_cents: 42_000, valid_until: dayOf(isOrder ? until : -18), note: null, offered_by: moderatorId,
        offered_at: steps.find((each) => each.state === "offered")!.moved_at,
      });
    };
    const homes = random.shuffled(here);
    /** Other rules, which wait for everybody's answer. */
    const propose = (why: string, daysAgo: number, change: Row) => {
      rows.rules.push({ ...ruled, ...change, version: 2, why, proposed_at: daysBefore(now, daysAgo), adopted_at: null });
      for (const [from, cents] of tiers) rows.tier.push({ purchase_id: id, version: 2, from_orders: from, cents, vat_cents: Math.round((cents * 21) / 121) });
      rows.event.push({ id: uuid(random), purchase_id: id, deed: "rules_proposed", actor_id: moderatorId, words: why, at: daysBefore(now, daysAgo) });
    };
    return { id, join, propose, many: (count: number, to: SignUpState, last?: Ending) => homes.splice(0, count).forEach((home) => join(home, to, last)) };
  };

  const open = make({ key: "open", opened: 24, deadline: -21, prolongUntil: -50, threshold: 25, capacity: 40, state: "open" });
  open.join(demo, "offered");
  open.join(neighbour, "ordered");
  for (const [count, to] of [[9, "interest"], [6, "suitability"], [3, "suitable"], [5, "offered"], [13, "ordered"]] as const) open.many(count, to);
  open.many(2, "suitability", { to: "unsuitable", reason: "home", by: "moderator" });
  rows.news.push({ id: uuid(random), purchase_id: open.id, ...news, author_id: moderatorId, published_at: daysBefore(now, 4) });

  const prolonged = make({ key: "prolonged", opened: 60, deadline: 5, prolongUntil: -25, threshold: 20, capacity: null, state: "open" });
  prolonged.join(neighbour, "interest");
  prolonged.propose(moreRoom, 2, { capacity: 60 });
  for (const [count, to] of [[7, "interest"], [4, "offered"], [9, "confirmed"]] as const) prolonged.many(count, to);

  const reached = make({ key: "reached", opened: 150, deadline: 91, threshold: 8, capacity: 20, state: "reached", ended: 90 });
  reached.join(demo, "delivered");
  reached.join(neighbour, "planned");
  for (const [count, to] of [[3, "confirmed"], [3, "planned"], [2, "delivered"], [2, "reviewed"]] as const) reached.many(count, to);
  reached.many(12, "suitability", { to: "lapsed", reason: "closed", by: "time" });

  const below: Ending = { to: "lapsed", reason: "below_threshold", by: "time" };
  const cancelled = make({ key: "cancelled", opened: 120, deadline: 61, threshold: 20, capacity: null, state: "cancelled", ended: 60, ending: below });
  cancelled.many(11, "interest", below);
  cancelled.many(3, "confirmed", below);

  const bankrupt: Ending = { to: "supplier_failed", reason: "bankrupt", by: "moderator", words: failed };
  const gone = make({ key: "failed", opened: 200, deadline: 151, threshold: 6, capacity: null, state: "supplier_failed", ended: 140, ending: bankrupt });
  gone.many(7, "confirmed", bankrupt);

  const finished = make({ key: "finished", opened: 300, deadline: 261, threshold: 10, capacity: null, state: "finished", ended: 240 });
  finished.many(12, "reviewed");
  return { ...rows, walks, ends };
}
