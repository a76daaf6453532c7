import { identify } from "../../db/sample/register/identify.ts";
import { chooseHouseholds, homesOf } from "../../db/sample/people/choose-households.ts";
import { demoPeople } from "../../db/sample/people/demo-people.ts";
import { flatTogether } from "../../db/sample/people/flat-together.ts";
import { purchaseRows } from "../../db/sample/load/purchase-rows.ts";
import type { SampleHousehold } from "../../db/sample/people/household.ts";
import type { SignUpState } from "../../db/schema/purchase-choices.ts";
import { seededRandom } from "../../db/sample/random.ts";
import { buildTown } from "../../db/sample/town/build-town.ts";

// The sample is drawn from a seed, so the tests know who lives where without asking the database.
const seed = "lindewaard";
/** Who has which number in the registers. */
export const ids = identify(buildTown(seed));
const households = chooseHouseholds(ids, seededRandom(seed).fork("households"), new Date());
const isDemo = ({ people: [first] }: SampleHousehold) => first.email === demoPeople.resident.email || first.email === demoPeople.neighbour.email;
const householdOf = (email: string) => find(({ people: [first] }) => first.email === email);
const welcomed = ({ people: [first] }: SampleHousehold) => first.locale === "nl" && first.involvement !== null;

const bewoner = householdOf(demoPeople.resident.email);
const buur = householdOf(demoPeople.neighbour.email);

/** Who lives in the block of flats that asks things together; the first four do so in the tests. */
const together = flatTogether(households, bewoner.neighbourhoodCode);

/** Residents of the sample by what they are to the first of the demo. */
export const homes = {
  bewoner,
  /** In the same neighbourhood, in another street. */
  buur,
  /** In the same street. */
  straatgenoot: find((home) => welcomed(home) && !isDemo(home) && home.streetId === bewoner.streetId),
  /** In a block of flats with more than ten homes. */
  flatbewoner: find((home) => welcomed(home) && home.neighbourhoodCode === bewoner.neighbourhoodCode && home.audiences.includes("building") && !together.slice(0, 4).includes(home)),
  /** Takes part in what a block of flats asks its landlord. */
  asksTogether: together[0]!,
  /** Takes part in that too, and did not start it. */
  asksAlong: together[1]!,
  /** In the other neighbourhood. */
  overbuur: find((home) => welcomed(home) && home.neighbourhoodCode !== bewoner.neighbourhoodCode && home.building.units.length === 1),
  /** Has a home here, and hasn't made the first visit. */
  newcomer: find((home) => home.people[0].involvement === null && home.people[0].locale === "nl" && home.neighbourhoodCode === bewoner.neighbourhoodCode),
  /** Reads English. */
  neighbourInEnglish: find(({ people: [first], neighbourhoodCode }) => first.locale === "en" && first.involvement !== null && neighbourhoodCode === bewoner.neighbourhoodCode),
} as const;

const inNeighbourhood = households.filter((home) => home !== bewoner && home.people[0].displayName !== null && home.people[0].involvement !== null && home.neighbourhoodCode === bewoner.neighbourhoodCode);
/** The contact person of the street of the first of the demo, and that of a block of flats; as the sample chooses them. */
export const contactOfStreet = inNeighbourhood.filter(({ streetId }) => streetId === bewoner.streetId).at(-1)!;
export const contactOfFlat = inNeighbourhood.filter((home) => home !== contactOfStreet && home.audiences.includes("building")).at(-1)!;

const emails = {
  ...(Object.fromEntries(Object.entries(homes).map(([name, home]) => [name, home.people[0].email])) as Record<keyof typeof homes, string>),
  /** Signed up, and waits for the letter. */
  applicant: "nieuw.een@voorbeeld.test",
  /** Asked to join the household of the second of the demo. */
  housemate: "huisgenoot@voorbeeld.test",
  moderator: demoPeople.moderator.email,
  /** Decides on objections to what the first decided. */
  secondModerator: demoPeople.secondModerator.email,
  gemeente: demoPeople.official.email,
  /** Answers for a block of flats. */
  manager: demoPeople.manager.email,
};
export type Person = keyof typeof emails;
/** Who logs in before the tests, once each and for real. */
export const people = emails;

/** Where the session of somebody is kept during a run, as Playwright's storage state. */
export const keptLogIn = (person: Person) => `test-results/log-ins/${person}.json`;

const named = new Set<SampleHousehold>(Object.values(homes));
const ordinary = households.filter((home) => welcomed(home) && !named.has(home) && home.neighbourhoodCode === bewoner.neighbourhoodCode);
const byNumber = 17;
/** A resident who plays no other part: number 0 to 16 of them. */
export const ordinaryResident = (number: number) => ordinary.slice(0, byNumber)[number]!.people[0];

/** Residents of a street of the neighbourhood who play no other part and have been here for long. */
export const longResidents = (streetName: string) =>
  ordinary.slice(byNumber).filter(({ unit, joinedAt }) => unit.street === streetName && joinedAt.getTime() < Date.now() - 32 * 86_400_000).map(({ people: [first] }) => first);
const bought = purchaseRows(households, "moderator", seededRandom(seed).fork("purchases"), new Date());
/** Who is that far in a purchase of the sample (in their order there), and plays no other part. */
const soFar = (place: number, state: SignUpState) =>
  bought.walks
    .filter(({ id, steps }) => steps.at(-1)?.state === state && bought.signUp.some((signUp) => signUp.id === id && signUp.purchase_id === bought.purchase[place]!.id))
    .flatMap(({ id }) => ordinary.slice(byNumber).filter((home) => bought.signUp.some((signUp) => signUp.id === id && signUp.household_id === home.id)))
    .map(({ people: [first] }) => first);
/** Residents who have an offer in the purchase that is open. */
export const withOffer = soFar(0, "offered");
/** Residents to whom something was delivered. */
export const withDelivery = soFar(2, "delivered");
const owners = ordinary.slice(byNumber).filter(({ tenant, people: [first] }) => !tenant && ![...withOffer, ...withDelivery].includes(first)).map(({ people: [first] }) => first);
/** Owners of a home who buy from the opening to the end in the tests. */
export const buyers = owners.slice(-4);
/** Owners of a home who move in the tests. */
export const movers = owners.slice(-9, -4);

/** One of those who live in the block of flats that asks things together: number 1, 2 or 3. */
export const inFlatTogether = (number: number) => together[number]!.people[0];

/** Homes of the neighbourhood where nobody has joined yet, in the order of the town. */
export function freeHomes(neighbourhoodCode = bewoner.neighbourhoodCode) {
  const taken = new Set(households.map(({ dwellingId }) => dwellingId));
  return homesOf(ids).filter(({ unit, neighbourhood, building }) => neighbourhood.code === neighbourhoodCode && building.units.length === 1 && !taken.has(ids.unit(unit)));
}

/** A postcode and number that several homes share, told apart by a letter or addition. */
export function sharedNumber(): { postcode: string; number: number } {
  const seen = new Set<string>();
  for (const { unit } of homesOf(ids)) {
    const key = `${unit.postcode} ${unit.number}`;
    if (seen.has(key)) return unit;
    seen.add(key);
  }
  throw new Error("Every home of the sample has a number of its own");
}

function find(fits: (home: SampleHousehold) => boolean): SampleHousehold {
  const found = households.find(fits);
  if (!found) throw new Error("Nobody in the sample is like that");
  return found;
}
