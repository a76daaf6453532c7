import { consentText } from "../../../app/features/consent/consent-text.server.ts";
import type { SampleMeasure } from "../people/choose-measures.ts";
import { demoPeople } from "../people/demo-people.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import { badgeLines, calledOff, guestLines, hostNotes, houseRules, kindNo, kindYes, route, thanksOfGuest } from "../words/visits.ts";
import type { Row } from "./insert-rows.ts";

const hostsPerNeighbourhood = 9;
const badgesPerNeighbourhood = 6;
const onRoute = 4;

/** Open doors with their moments, what is asked and answered there, who may be asked, and one open-house route. */
export function visitRows(households: readonly SampleHousehold[], measures: readonly SampleMeasure[], moderatorId: string, random: Random, now: Date) {
  const rows = { visit: [] as Row[], link: [] as Row[], route: [] as Row[], slot: [] as Row[], request: [] as Row[], feedback: [] as Row[], koploper: [] as Row[], consent: [] as Row[] };
  const demo = households.find(({ people: [first] }) => first.email === demoPeople.resident.email) as SampleHousehold;
  const neighbour = households.find(({ people: [first] }) => first.email === demoPeople.neighbour.email) as SampleHousehold;
  const routeDay = nextSaturday(now);
  const routeId = uuid(random);
  rows.route.push({ id: routeId, neighbourhood_code: demo.neighbourhoodCode, day: routeDay, ...route, announced_by: moderatorId, announced_at: daysBefore(now, 3) });

  const owner = (home: SampleHousehold) => ({
    neighbourhood_code: home.neighbourhoodCode, household_id: home.id, street_id: home.streetId, building_id: home.buildingId, dwelling_id: home.dwellingId,
    resident_id: home.people[0].id, shown_name: home.people[0].displayName,
  });
  const agree = (home: SampleHousehold, purpose: "share_visit" | "koploper", id: string, at: Date) => {
    const [person] = home.people;
    const { version, text } = consentText(person.locale, { purpose, audience: "neighbourhood" }, { streetName: home.unit.street, neighbourhoodName: home.neighbourhoodName });
    rows.consent.push({
      id: uuid(random), neighbourhood_code: home.neighbourhoodCode, household_id: home.id, resident_id: person.id, purpose, field_group: "item", subject_id: id,
      audience: "neighbourhood", text_version: version, text_shown: text, locale: person.locale, given_at: at,
    });
  };
  const sharedAt = (home: SampleHousehold) => new Date(Math.max(daysBefore(now, random.whole(2, 20)).getTime(), home.joinedAt.getTime()));
  const open = (home: SampleHousehold, seen: SampleMeasure[], showsHome: boolean, byAppointment: boolean) => {
    const at = sharedAt(home);
    const id = uuid(random);
    rows.visit.push({
      id, ...owner(home), shows_home: showsHome, by_appointment: byAppointment, kinds: [...new Set(seen.map(({ kind }) => kind))].slice(0, 3), languages: random.chance(0.4) ? ["nl", "en"] : ["nl"],
      accessibility: random.pick([["seat"], ["step_free", "seat"], ["stairs"], ["pets"], []]), note: random.pick(hostNotes), house_rules: random.pick(houseRules),
      audience: "neighbourhood", created_at: at, updated_at: at, shared_at: at,
    });
    if (showsHome) for (const measure of seen.slice(0, 2)) rows.link.push({ visit_id: id, measure_id: measure.id, neighbourhood_code: home.neighbourhoodCode, household_id: home.id });
    agree(home, "share_visit", id, at);
    return { id, home };
  };
  type Opening = ReturnType<typeof open>;
  const slot = ({ id: visitId, home }: Opening, day: string, [from, until]: [number, number], more: Row = {}) => {
    const row = { id: uuid(random), visit_id: visitId, neighbourhood_code: home.neighbourhoodCode, household_id: home.id, starts_at: amsterdam(day, from), ends_at: amsterdam(day, until), capacity: random.whole(3, 8), route_id: null, ...more };
    rows.slot.push(row);
    return row;
  };
  const ask = ({ id: visitId, home }: Opening, slotId: string | null, guest: SampleHousehold, daysAgo: number, more: Row = {}) => {
    const id = uuid(random);
    rows.request.push({
      id, visit_id: visitId, slot_id: slotId, neighbourhood_code: home.neighbourhoodCode, host_household_id: home.id, guest_household_id: guest.id, guest_resident_id: guest.people[0].id,
      guest_street_id: guest.streetId, people: random.whole(1, 2), line: random.pick(guestLines), asked_at: daysBefore(now, daysAgo), ...unanswered, ...more,
    });
    return id;
  };
  const yes = (home: SampleHousehold, daysAgo: number): Row => ({ answer: "accepted", answered_at: daysBefore(now, daysAgo), answered_by: home.people[0].id, answer_words: kindYes });

  const told = (home: SampleHousehold) => measures.filter((measure) => measure.household === home && measure.state === "done" && measure.audience === "neighbourhood" && !measure.hiddenAt);
  const hostsOf = new Map<string, Opening[]>();
  for (const code of new Set(households.map(({ neighbourhoodCode }) => neighbourhoodCode))) {
    const able = households.filter((home) => home.neighbourhoodCode === code && home !== demo && home.building.units.length === 1 && welcomed(home) && told(home).length > 0);
    const hosts = [...new Set([...(able.includes(neighbour) ? [neighbour] : []), ...spread(able, hostsPerNeighbourhood)])];
    hostsOf.set(code, hosts.map((home, index) => {
      const opening = open(home, told(home), index % 2 === 0, index % 3 === 2);
      if (index % 3 !== 2) slot(opening, dayAfter(now, 4 + index * 2), index % 2 ? [19, 20.5] : [10, 12]);
      if (code === demo.neighbourhoodCode && index < onRoute) slot(opening, routeDay, [10 + index, 12 + index], { route_id: routeId });
      return opening;
    }));
    for (const [index, home] of spread(able.filter((each) => !hosts.includes(each)), badgesPerNeighbourhood).entries()) {
      const at = sharedAt(home);
      const id = uuid(random);
      rows.koploper.push({ id, ...owner(home), shows_home: index % 2 === 0, kinds: [...new Set(told(home).map(({ kind }) => kind))].slice(0, 3), line: badgeLines[index % badgeLines.length], audience: "neighbourhood", created_at: at, updated_at: at, shared_at: at });
      agree(home, "koploper", id, at);
      open(home, told(home), index % 2 === 0, true);
    }
  }

  // What the first of the demo meets as a guest, in every state.
  const doors = hostsOf.get(demo.neighbourhoodCode)!;
  const [first, second, third, fourth, fifth] = doors as [Opening, Opening, Opening, Opening, Opening];
  const slotOf = ({ id }: Opening) => rows.slot.find((row) => row.visit_id === id && row.route_id === null);
  ask(first, String(slotOf(first)!.id), demo, 2, yes(first.home, 1));
  ask(second, String(slotOf(second)!.id), demo, 1);
  ask(third, null, demo, 9, { answer: "declined", answered_at: daysBefore(now, 8), answered_by: third.home.people[0].id, decline_reason: "other_time", answer_words: kindNo });
  ask(fourth, String(slotOf(fourth)!.id), demo, 5, { ...yes(fourth.home, 4), cancelled_at: daysBefore(now, 2), cancelled_by: "host", cancel_words: calledOff, sequence: 1 });
  ask(fifth, String(slot(fifth, dayAfter(now, -6), [10, 12])!.id), demo, 12, yes(fifth.home, 11));

  // And as a host, of whom only the street shows.
  const own = open(demo, measures.filter((measure) => measure.household === demo && measure.state === "done"), false, false);
  const coming = slot(own, dayAfter(now, 6), [14, 16], { capacity: 4 });
  const past = slot(own, dayAfter(now, -9), [14, 16], { capacity: 4 });
  const guests = households.filter((home) => home.neighbourhoodCode === demo.neighbourhoodCode && home !== demo && home !== neighbour && welcomed(home) && !doors.some((door) => door.home === home)).slice(-6);
  ask(own, String(coming.id), guests[0]!, 3, yes(demo, 2));
  ask(own, String(coming.id), guests[1]!, 2);
  ask(own, String(coming.id), guests[2]!, 1);
  ask(own, String(past.id), guests[3]!, 20, { answer: "lapsed", answered_at: amsterdam(dayAfter(now, -9), 14) });
  const been = ask(own, String(past.id), guests[4]!, 18, yes(demo, 17));
  rows.feedback.push({ request_id: been, side: "guest", neighbourhood_code: demo.neighbourhoodCode, thanked: true, words: thanksOfGuest, said_by: guests[4]!.people[0].id, said_at: daysBefore(now, 8) });
  ask(own, String(past.id), guests[5]!, 16, { ...yes(demo, 15), no_show_at: daysBefore(now, 9) });
  return rows;
}

const unanswered = { answer: null, answered_at: null, answered_by: null, decline_reason: null, answer_words: null, cancelled_at: null, cancelled_by: null, cancel_words: null, no_show_at: null, sequence: 0 };
const welcomed = ({ people: [first] }: SampleHousehold) => first.involvement !== null && first.involvement !== "not_now";

/** Some of a list, evenly over it. */
function spread<Value>(list: readonly Value[], most: number): Value[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, index) => list[Math.floor((index * list.length) / most)]!);
}

const inAmsterdam = (at: Date) => at.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
const dayAfter = (now: Date, days: number) => inAmsterdam(daysBefore(now, -days));

/** The first Saturday that is at least ten days away. */
function nextSaturday(now: Date): string {
  for (let days = 10; ; days++) {
    const day = dayAfter(now, days);
    if (new Date(`${day}T12:00:00Z`).getUTCDay() === 6) return day;
  }
}

/** A moment of the clock in the Netherlands. @param hour 10.5 is half past ten */
function amsterdam(day: string, hour: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  const shown = new Date(asUtc).toLocaleString("sv-SE", { timeZone: "Europe/Amsterdam" });
  return new Date(asUtc - (Date.parse(`${shown.replace(" ", "T")}Z`) - asUtc));
}
