// What somebody types into the forms of the app, and which fields of forms keep no words of a resident.

/** How a unique word must look to be taken by a field. */
export type Shape = "line" | "name" | "email" | "phone";
/** One form that is filled in: by the resident unless told otherwise, with a word of its own in each field named here; the rest as it should be. */
export type Planting = {
  form: string;
  words: Record<string, Shape>;
  /** What is told besides, where the first of the right answers asks for no words. */
  also?: Record<string, string>;
  /** In the place of `:id`, where it is another thing than the form is mostly about. */
  id?: string;
  by?: "resident" | "newcomer" | "joiner";
  photo?: true;
};

const melden = { note: "line" } as const;

/** Every form in which a resident, or somebody who is becoming one, leaves words of their own. In this order. */
export const plantings: Planting[] = [
  { form: "/meedoen/adres-ontbreekt", by: "newcomer", words: { streetName: "name", note: "line" } },
  { form: "/wachtlijst", by: "newcomer", words: {} },
  { form: "/meedoen/mail", by: "newcomer", words: {} },
  { form: "/inloggen", by: "newcomer", words: {} },
  { form: "/meedoen/verzoek", by: "joiner", words: { naam: "name" } },
  { form: "/meedoen/buren", by: "joiner", words: { naam: "name" } },
  { form: "/welkom/naam", words: { naam: "name" } },
  { form: "/huishouden/e-mail", words: { email: "email" } },
  { form: "/huishouden/uitnodigen", words: { email: "email" } },
  { form: "/maatregelen/:id/ervaring", words: { experience: "line", wouldDoDifferently: "line", photoAlt: "line" }, photo: true },
  { form: "/maatregelen/:id/melden", words: melden },
  { form: "/maatregelen/:id/vraag", words: { body: "line" } },
  { form: "/wensen/nieuw", words: { title: "name", note: "line" } },
  { form: "/wensen/:id/wijzigen", words: { title: "name", note: "line" } },
  { form: "/wensen/:id/deelname", words: {} },
  { form: "/wensen/:id/melden", words: melden },
  { form: "/verhalen/nieuw", words: { title: "name", body: "line" } },
  { form: "/verhalen/:id/wijzigen", words: { title: "name", body: "line" } },
  { form: "/verhalen/:id/melden", words: melden },
  { form: "/vragen/nieuw", words: { title: "name", body: "line" } },
  { form: "/vragen/:id/losmaken", words: {} },
  { form: "/vragen/:id/terughalen", words: {} },
  { form: "/vragen/:id/wijzigen", words: { title: "name", body: "line" } },
  { form: "/vragen/:id/foto", words: { alt: "line" }, photo: true },
  { form: "/vragen/:id/antwoord", words: { body: "line" } },
  { form: "/vragen/:id/uitzoeken", words: {} },
  { form: "/vragen/:id/uitkomst", words: { body: "line", source: "name" } },
  { form: "/vragen/:id/parkeren", words: { why: "line" } },
  { form: "/vragen/:id/melden", words: melden },
  { form: "/antwoorden/:id/wijzigen", words: { body: "line" } },
  // Once more, so that there is an earlier text too.
  { form: "/antwoorden/:id/wijzigen", words: { body: "line" } },
  { form: "/antwoorden/:id/mist", words: { note: "line" } },
  { form: "/antwoorden/:id/melden", words: melden },
  { form: "/gesprekken/:id", words: { body: "line" } },
  { form: "/gesprekken/bericht/:id/melden", words: melden },
  { form: "/kijkjes/:id/praktisch", words: { note: "line", houseRules: "line" } },
  { form: "/kijkjes/:id/vraag", words: { line: "line" } },
  { form: "/kijkjes/:id/melden", words: melden },
  { form: "/kijkjes/verzoek/:id/melden", words: melden },
  { form: "/kijkjes/verzoek/:id/ja", words: { words: "line" } },
  { form: "/kijkjes/verzoek/:id/nee", words: { words: "line" }, id: "{asked by who is blocked}" },
  { form: "/kijkjes/verzoek/:id/bedankje", words: { words: "line" } },
  { form: "/koploper", words: { line: "line" } },
  { form: "/koplopers/:id/vraag", words: { body: "line" } },
  { form: "/koplopers/:id/melden", words: melden },
  { form: "/verzoeken/nieuw", words: { text: "line" } },
  { form: "/verzoeken/:id/deelname", words: {}, id: "{own joint request}" },
  { form: "/verzoeken/:id/melden", words: melden },
  { form: "/toezeggingen/:id/melden", words: melden },
  { form: "/meldingen/:id/bezwaar", words: { reason: "line" } },
  { form: "/verborgen/:id/bezwaar", words: { reason: "line" } },
  { form: "/passkeys", words: { name: "name" } },
  { form: "/samen-inkopen/aanmelding/:id/leverancier", words: { naam: "name", mail: "email", telefoon: "phone" } },
  { form: "/samen-inkopen/aanmelding/:id/foto/:check", words: {}, photo: true },
  { form: "/samen-inkopen/aanmelding/:id/huis", words: { antwoord3: "line" }, also: { antwoord1: "ja" } },
  { form: "/samen-inkopen/aanmelding/:id/beoordeling", words: { woorden: "line" } },
  { form: "/samen-inkopen/aanmelding/:id/stap/:deed", words: { woorden: "line" } },
];

/** What a resident takes back besides what is shared: everything at once first, which leaves what was for one neighbour only. */
export const withdrawals: Planting[] = [
  { form: "/toestemmingen/alles-intrekken", words: {} },
  { form: "/welkom/naam", words: {}, also: { keuze: "straat", naam: "" } },
  { form: "/kijkjes/moment/:id/afzegging", words: { words: "line" } },
  { form: "/kijkjes/verzoek/:id/afzegging", words: { words: "line" }, id: "{asked by me}" },
  { form: "/samen-inkopen/aanmelding/:id/leverancier-stoppen", words: {} },
  { form: "/koploper/einde", words: {} },
];

/** What is shared is taken back thing by thing: the address that does it, by table. */
export const takenBackAt = {
  measure: "/maatregelen/:id/intrekking", wish: "/wensen/:id/intrekking", story: "/verhalen/:id/intrekking", answer: "/antwoorden/:id/intrekking", question: "/vragen/:id/intrekking", visit: "/kijkjes/:id/intrekking",
  joint_request: "/verzoeken/:id/intrekking", private_message: "/gesprekken/bericht/:id/intrekking",
};

/** Forms of people whose work it is: what they write is theirs, and stays as their decisions do. */
export const staff = ["moderator", "official", "manager"];

/** Fields in which nobody can leave words of their own: one of the answers that the form gives, a number, a day, an id, or what is kept nowhere. By name, in every form that has one. */
export const wordless = new Set(
  [
    "kind state costRange doneBy satisfaction category indicator audience contact[] horizon holdingBack[] measureKind place aboutHome commercial dwellingTypes[] buildingPeriods[] phase into measures[] way languages[]",
    "accessibility[] moment route people thanks kinds[] organisationId keuze cijfers meedoen taal stil[] direct homes neighbourhood antwoord tonen klopt leeftijd manier uit List-Unsubscribe dwellingType energyClass fact",
    "datum blijft[] regels akkoord versie achttien voorwaarden tevreden sure[] antwoord1 look",
    "year gasBeforeM3 gasAfterM3 powerBeforeKwh powerAfterKwh builtYear areaM2 foundOn until returnsOn day from capacity nummer houseNumber postcode voor van mark id terug answer code",
  ].flatMap((names) => names.split(" ")),
);

const own = "their own address, of which it is known that it is in every row";
const choice = "one of the answers that the form gives";
const association = "only of an owners' association, which orders by a decision of its own";

/** Fields that keep words elsewhere, and here do not; by form. */
export const explained: Record<string, Record<string, string>> = {
  "/verzoeken/nieuw": { naam: choice },
  "/verzoeken/:id/deelname": { naam: choice },
  "/samen-inkopen/aanmelding/:id/verhuurder": { naam: choice },
  "/kijkjes/verzoek/:id/nee": { reason: choice },
  "/samen-inkopen/aanmelding/:id/bestellen": { besloten: association, stuk: association },
  "/wachtlijst": { email: own },
  "/inloggen": { email: own },
  "/meedoen/mail": { email: own },
  "/meedoen/adres-ontbreekt": { email: own },
};

/** What somebody else goes on reading after everything was taken back, and why: at the longest until who typed it asks to be erased. */
export const stillRead: { visitor: string; page: RegExp; about: RegExp; why: string }[] = [
  { visitor: "moderator", page: /^\/beheer\/adressen/, about: / of \/meedoen\/adres-ontbreekt$/, why: "a question that only a moderator can answer, asked before there was an account" },
  { visitor: "moderator", page: /^\/beheer\/rollen/, about: /^their own address$/, why: "who has a role is known to who gave it, until it ends" },
  { visitor: "sameStreet", page: /^\/(kijkjes\/verzoek\/:id|toestemmingen\/gegevens\.json)/, about: /^words of \/kijkjes\/verzoek\/:id\/afzegging$/, why: "what somebody calls off with is meant to be read after it, until they move" },
  { visitor: "sameStreet", page: /^\/huishouden/, about: / of \/meedoen\/verzoek$/, why: "of somebody else, who still asks to live there" },
];
