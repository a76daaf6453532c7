import type { SampleMeasure } from "./choose-measures.ts";
import type { SampleWish } from "./choose-wishes.ts";
import { demoPeople } from "./demo-people.ts";
import { daysBefore, uuid, type SampleHousehold } from "./household.ts";
import type { Random } from "../random.ts";

type OwnMeasure = Pick<SampleMeasure, "kind" | "state" | "audience"> & { daysAgo: number; hiddenDaysAgo?: number } & Partial<SampleMeasure>;
type OwnWish = Pick<SampleWish, "kind" | "note" | "horizon" | "audience"> & { daysAgo: number } & Partial<SampleWish>;

const residentsMeasures: readonly OwnMeasure[] = [
  {
    kind: "solar_panels", state: "done", year: 2020, costRange: "5000_10000", doneBy: "company", satisfaction: 5, audience: "neighbourhood", daysAgo: 150,
    experience: "Zestien panelen: tien aan de voorkant en zes aan de achterkant. Onze rij ligt bijna oost-west, dus zo hebben we de hele dag stroom.",
    wouldDoDifferently: "De omvormer in de berging laten hangen in plaats van op zolder, want hij zoemt.",
    use: { powerBeforeKwh: 4100, powerAfterKwh: -350 }, mayAsk: true, mayVisit: true,
  },
  {
    kind: "floor_insulation", state: "done", year: 2022, costRange: "2000_5000", doneBy: "company", satisfaction: 4, audience: "street", daysAgo: 120,
    experience: "Schuim tegen de betonvloer en folie op de bodem. De kruipruimte in het hof is overal zestig centimeter, dat is net genoeg.",
    wouldDoDifferently: "Eerst vragen of de waterleiding meteen mee kan.", use: { gasBeforeM3: 1480, gasAfterM3: 1310 }, mayAsk: true,
  },
  { kind: "induction", state: "done", year: 2023, costRange: "500_2000", doneBy: "company", satisfaction: 5, audience: "neighbourhood", daysAgo: 64, experience: "Bij de nieuwe keuken. De meterkast had gelukkig nog een plek vrij." },
  { kind: "rain_barrel", state: "done", year: 2021, costRange: "under_500", doneBy: "self", satisfaction: 4, audience: "neighbourhood", daysAgo: 63 },
  { kind: "heat_pump_hybrid", state: "planned", audience: "neighbourhood", daysAgo: 9, experience: "We hebben een offerte en gaan eerst bij iemand kijken. Plek achter de berging.", mayAsk: true },
  { kind: "draught_proofing", state: "done", year: 2024, costRange: "under_500", doneBy: "self", satisfaction: 3, audience: "household", daysAgo: 30, experience: "Strips bij de achterdeur laten al los. In het voorjaar opnieuw." },
];

const neighboursMeasures: readonly OwnMeasure[] = [
  {
    kind: "glazing", state: "done", year: 2019, costRange: "10000_20000", doneBy: "company", satisfaction: 5, audience: "neighbourhood", daysAgo: 170,
    experience: "Het glas-in-lood is uit de ramen gehaald, schoongemaakt en in isolatieglas gezet. Het huis ziet er van buiten hetzelfde uit.",
    wouldDoDifferently: "Ook het zijlicht naast de voordeur meenemen.", mayAsk: true, mayVisit: true,
  },
  { kind: "roof_insulation", state: "done", year: 2015, costRange: "5000_10000", doneBy: "company", satisfaction: 4, audience: "neighbourhood", daysAgo: 168, experience: "Samen met nieuwe pannen. De aannemer heeft de oude nokvorsten teruggelegd." },
  { kind: "insulated_door", state: "done", year: 2021, costRange: "2000_5000", doneBy: "company", satisfaction: 4, audience: "street", daysAgo: 80 },
  {
    kind: "draught_proofing", state: "done", year: 2022, costRange: "under_500", doneBy: "company", satisfaction: 4, audience: "neighbourhood", daysAgo: 60, hiddenDaysAgo: 18,
    experience: "Sjaak Voorbeeldsma uit de straat hierachter deed het in een ochtend, en voelde overal met een kaars.",
  },
];

const residentsWishes: readonly OwnWish[] = [
  { kind: "ventilation", note: "De box op zolder is nog van de bouw. Wie in het hof heeft een nieuwe en hoor je die 's nachts?", horizon: "this_year", holdingBack: ["knowhow"], audience: "street", daysAgo: 21 },
  { kind: "cavity_insulation", note: "We weten niet of er iets in de spouw zit. Graag samen met een paar buren laten kijken.", horizon: "this_year", holdingBack: ["knowhow", "cost"], audience: "neighbourhood", daysAgo: 44 },
];

const neighboursWishes: readonly OwnWish[] = [
  { kind: "heat_pump_hybrid", note: "Alleen als het ook met onze oude radiatoren kan. Ik hoor graag van iemand met een huis uit dezelfde tijd.", horizon: "few_years", holdingBack: ["knowhow"], audience: "neighbourhood", daysAgo: 35 },
];

/** Puts what the demo's own residents tell in the place of what chance gave their households. */
export function withDemoContent(measures: readonly SampleMeasure[], wishes: readonly SampleWish[], households: readonly SampleHousehold[], random: Random, now: Date) {
  const at = (email: string) => households.find(({ people }) => people[0].email === email) as SampleHousehold;
  const [resident, neighbour] = [at(demoPeople.resident.email), at(demoPeople.neighbour.email)];
  const owner = (household: SampleHousehold, daysAgo: number) => ({ id: uuid(random), household, by: household.people[0], sharedAt: daysBefore(now, daysAgo) });
  const measure = (household: SampleHousehold) => ({ daysAgo, hiddenDaysAgo, ...own }: OwnMeasure): SampleMeasure => ({
    year: null, costRange: null, doneBy: null, satisfaction: null, experience: null, wouldDoDifferently: null, use: {}, mayAsk: false, mayVisit: false,
    ...own, ...owner(household, daysAgo), ...(hiddenDaysAgo ? { hiddenAt: daysBefore(now, hiddenDaysAgo) } : {}),
  });
  const wish = (household: SampleHousehold) => ({ daysAgo, ...own }: OwnWish): SampleWish => ({ scope: "home", title: null, holdingBack: [], ...own, ...owner(household, daysAgo) });
  const others = <Item extends { household: SampleHousehold }>(items: readonly Item[]) => items.filter(({ household }) => household !== resident && household !== neighbour);
  return {
    measures: [...others(measures), ...residentsMeasures.map(measure(resident)), ...neighboursMeasures.map(measure(neighbour))],
    wishes: [...others(wishes), ...residentsWishes.map(wish(resident)), ...neighboursWishes.map(wish(neighbour))],
  };
}
