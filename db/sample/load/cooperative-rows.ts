import { encryptTotpSecret } from "../../../app/features/second-factor/totp-secret.server.ts";
import type { SampleMeasure } from "../people/choose-measures.ts";
import { homesOf } from "../people/choose-households.ts";
import { demoPeople } from "../people/demo-people.ts";
import { daysBefore, uuid, type SampleHousehold } from "../people/household.ts";
import { MUNICIPALITY, type Identified } from "../register/identify.ts";
import type { Random } from "../random.ts";
import { announcementsOf } from "../words/announcements.ts";
import type { Unit } from "../town/town.ts";
import { decisionRows } from "./decision-rows.ts";
import type { Row } from "./insert-rows.ts";
import { type LetterRows, letterRows } from "./letter-rows.ts";

/** The work of the cooperative: moderator and official, announcements, and what waits on a moderator's desk. */
export interface CooperativeRows {
  account: Row[];
  totp: Row[];
  signup: Row[];
  letter: Row[];
  letters: LetterRows;
  waiting: Row[];
  roleGrant: Row[];
  announcement: Row[];
  report: Row[];
  hiding: Row[];
  appeal: Row[];
  secondLook: Row[];
  missingAddress: Row[];
  joinRequest: Row[];
}

export function cooperativeRows(
  ids: Identified,
  households: readonly SampleHousehold[],
  reported: SampleMeasure,
  measures: readonly SampleMeasure[],
  random: Random,
  now: Date,
): CooperativeRows {
  const served = Object.keys(announcementsOf);
  const staff = [demoPeople.moderator, demoPeople.official].map((person) => ({ ...person, id: uuid(random) }));
  const [moderator, official] = staff as [(typeof staff)[number], (typeof staff)[number]];
  const second = { ...demoPeople.secondModerator, id: uuid(random.fork("second-moderator")) };
  const account = (id: string, email: string, at: Date): Row => ({ id, email, locale: "nl", created_at: at, last_active_on: now.toISOString().slice(0, 10) });
  const started = daysBefore(now, 600);

  const taken = new Set(households.map(({ dwellingId }) => dwellingId));
  const free = (code: string) => homesOf(ids).filter(({ neighbourhood, unit }) => neighbourhood.code === code && !taken.has(ids.unit(unit)));
  const applicants = [
    { email: "nieuw.een@voorbeeld.test", code: "BU99010101", daysAgo: 2 },
    { email: "nieuw.twee@voorbeeld.test", code: "BU99010101", daysAgo: 1 },
    { email: "nieuw.drie@voorbeeld.test", code: "BU99010102", daysAgo: 1 },
  ].map((applicant) => {
    const dwellingId = ids.unit(random.pick(free(applicant.code)).unit);
    taken.add(dwellingId);
    return { ...applicant, dwellingId, accountId: uuid(random), signupId: uuid(random) };
  });
  const planned = ids.town.buildings.flatMap(({ units }) => units).find(({ status }) => status === "gevormd") as Unit;
  const neighbour = households.find(({ people }) => people[0].email === demoPeople.neighbour.email) as SampleHousehold;
  const housemate = { email: "huisgenoot@voorbeeld.test", name: "Tom", accountId: uuid(random), signupId: uuid(random) };
  const reporter = households.find((household) => household !== reported.household && household.neighbourhoodCode === reported.household.neighbourhoodCode) as SampleHousehold;
  const decided = decisionRows({ reporter, measures, moderator: moderator.id, second: second.id }, random.fork("decisions"), now);

  return {
    account: [
      ...[...staff, second].map(({ id, email }) => account(id, email, started)),
      ...applicants.map(({ accountId, email, daysAgo }) => account(accountId, email, daysBefore(now, daysAgo))),
      account(housemate.accountId, housemate.email, daysBefore(now, 3)),
    ],
    totp: [...staff, second].map(({ id, totpSecret }) => ({ account_id: id, secret_encrypted: encryptTotpSecret(id, totpSecret), confirmed_at: started, last_step: 0 })),
    signup: [
      ...applicants.map(({ signupId, email, dwellingId, code, accountId, daysAgo }) => ({
        id: signupId, email, locale: "nl", dwelling_id: dwellingId, neighbourhood_code: code, way: "letter", account_id: accountId, requester_name: null, created_at: daysBefore(now, daysAgo),
      })),
      {
        id: housemate.signupId, email: housemate.email, locale: "nl", dwelling_id: neighbour.dwellingId, neighbourhood_code: neighbour.neighbourhoodCode, way: "join",
        account_id: housemate.accountId, requester_name: housemate.name, created_at: daysBefore(now, 3),
      },
    ],
    letter: applicants.map(({ signupId, dwellingId, code, daysAgo }) => ({
      id: uuid(random), neighbourhood_code: code, dwelling_id: dwellingId, signup_id: signupId, requested_at: daysBefore(now, daysAgo), print_count: 0,
    })),
    letters: letterRows(ids, neighbour, moderator.id, random.fork("letters"), now),
    waiting: ["een", "twee", "drie", "vier", "vijf"].map((name, i) => ({
      id: uuid(random), email: `molenveld.${name}@voorbeeld.test`, locale: "nl", neighbourhood_code: "BU99010103", created_at: daysBefore(now, 60 - i * 11),
      confirmed_at: daysBefore(now, 60 - i * 11),
    })),
    roleGrant: [
      ...[moderator, second].flatMap(({ id: moderates }) =>
        served.map((code) => ({ id: uuid(random), account_id: moderates, role: "moderator", neighbourhood_code: code, municipality_code: null, started_at: started })),
      ),
      { id: uuid(random), account_id: official.id, role: "official", neighbourhood_code: null, municipality_code: MUNICIPALITY.code, started_at: started },
    ],
    announcement: Object.entries(announcementsOf).flatMap(([code, words]) =>
      words.map(({ title, body, daysAgo, indicator = null }) => ({
        id: uuid(random), neighbourhood_code: code, author_id: moderator.id, shown_name: demoPeople.moderator.shownName, title, body, indicator,
        published_at: daysBefore(now, daysAgo),
      })),
    ),
    report: [
      {
        id: uuid(random), receipt: "VB247KQ3", neighbourhood_code: reported.household.neighbourhoodCode, reporter_id: reporter.people[0].id, reporter_household_id: reporter.id,
        subject_kind: "measure", subject_id: reported.id, category: "advertising", note: "Dit lijkt meer op reclame voor een bedrijf dan op een ervaring.", created_at: daysBefore(now, 1),
        closed_at: null, closed_by: null, decision: null, decision_note: null, rule: null, rules_version: null,
      },
      ...decided.report,
    ],
    hiding: decided.hiding,
    appeal: decided.appeal,
    secondLook: decided.secondLook,
    missingAddress: [{
      id: uuid(random), neighbourhood_code: "BU99010102", postcode: planned.postcode, house_number: String(planned.number), street_name: planned.street, email: "akkerpad@voorbeeld.test",
      note: "Ons huis is nieuw en staat nog niet in de lijst. De sleutel krijgen we volgende maand.", created_at: daysBefore(now, 5),
    }],
    joinRequest: [{
      id: uuid(random), neighbourhood_code: neighbour.neighbourhoodCode, household_id: neighbour.id, signup_id: housemate.signupId, requester_name: housemate.name, created_at: daysBefore(now, 3),
    }],
  };
}

/** Words that invite a report: somebody who praises a company of their own. */
export const ADVERTISING = "Wij doen dit ook bij anderen, voor een scherpe prijs en inclusief advies. Stuur gerust een bericht voor een offerte.";
