import { questionForms, questionParameters } from "./fuzz-questions.ts";
import { paperFields, purchaseForms, purchaseParameters } from "./fuzz-purchases.ts";
import { purchaseDeskForms, purchaseDeskParameters, purchaseDeskQueries } from "./fuzz-purchase-desk.ts";
import { figureForms, figureParameters } from "./fuzz-figures.ts";
import { visitForms, visitParameters } from "./fuzz-visits.ts";
import type { Visitor } from "./fuzz-town.ts";

// What the app is asked for when everything is as it should be: its forms by the address that takes them, the names
// that addresses are read for, and whose ids belong in which address. In braces stand the things of a FuzzTown.

/** `as` is who fills it in; per field the answers that are right. `elsewhere` says where a form also depends on what only a mail or an app holds;
 * `fromAnywhere` where a signed address itself is the right to do it, so that a mail program may (RFC 8058). */
export type Form = { as: Visitor; fields: Record<string, string[]>; cookie?: string; elsewhere?: true; fromAnywhere?: true };

const email = ["iemand{again}@voorbeeld.test"];
const code = ["CDFH-JKMN"];
const facts = { kind: ["solar_panels", "heat_pump_hybrid"], state: ["done"], year: ["2021", ""], costRange: ["2000_5000"], doneBy: ["company"] };
const audience = ["street", "neighbourhood", "household"];
const report = { category: ["untrue", "other"], note: ["Dit klopt niet.", ""] };
const story = { indicator: ["gas", "ages"], title: ["Minder gas in ons blok"], body: ["We stookten samen minder."] };
const wish = { title: ["Een deelauto op de hoek"], kind: ["heat_pump_hybrid"], horizon: ["this_year"], "holdingBack[]": ["cost", "time"], note: ["Wie doet er mee?"] };
const invite = { email, locale: ["nl", "en"], startsOn: ["{today}"], endsOn: ["{next year}"] };
const signed = { signedOn: ["{today}"], version: ["2026-1"], taal: ["nl", "en"], "ondertekend[]": ["ja"] };
const announcement = { indicator: ["gas", ""], neighbourhoodCode: ["{neighbourhood}"], shownName: ["Sanne van de coöperatie"], title: ["Bijeenkomst"], body: ["Kom je ook?\r\nEr is koffie."] };

export const forms: Record<string, Form> = {
  "/aan-de-deur": { as: "moderator", fields: { code: ["{claim code}"] } },
  "/aan-de-deur/:signed": { as: "moderator", fields: { hier: ["ja"] }, elsewhere: true },
  "/beheer/adresvragen/:id": { as: "moderator", fields: { outcome: ["stays", "ends"], reason: ["We zijn er geweest."], "onwaar[]": ["ja"] } },
  "/bezwaar-adres": { as: "nobody", fields: { postcode: ["{postcode}"], code }, elsewhere: true },
  "/borg": { as: "resident", fields: { code: ["{claim code}"] }, elsewhere: true },
  "/borg/buur/:signed": { as: "resident", fields: { antwoord: ["nee", "ja", "klopt-niet"] }, elsewhere: true },
  "/borg/terug/:id": { as: "resident", fields: {} },
  "/huishouden/adres/:id": { as: "resident", fields: { antwoord: ["klopt", "klopt-niet"] } },
  "/huishouden/vorige-bewoners": { as: "resident", fields: {} },
  "/meedoen/buren": { as: "joiner", fields: { naam: ["Robin"] } },
  "/beheer/adressen/:id": { as: "moderator", fields: { outcome: ["We hebben het adres toegevoegd."] } },
  "/beheer/brieven/nieuw": { as: "moderator", fields: { choice: ["street", "requested", "not_invited", "neighbourhood"], street: ["{street}", ""], secondLocale: ["", "en"] } },
  "/beheer/brieven/:id/ophalen": { as: "moderator", fields: {} },
  "/beheer/brieven/:id/opnieuw": { as: "moderator", fields: {} },
  "/beheer/brieven/weigeringen": { as: "moderator", fields: { postcode: ["{postcode}"], nummer: ["{number}"], adres: ["{dwelling}"] } },
  "/beheer/brieven/weigeringen/:id/einde": { as: "moderator", fields: {} },
  "/beheer/buurtindeling": { as: "moderator", fields: { id: ["{succession}"], decision: ["refused", "confirmed"], reason: ["Zo kent iedereen de buurt."] } },
  "/beheer/mededelingen": { as: "moderator", fields: announcement },
  "/beheer/mededelingen/nieuw": { as: "moderator", fields: announcement },
  "/beheer/mededelingen/:id/terughalen": { as: "moderator", fields: {} },
  "/beheer/meldingen/:id/bekijken": { as: "moderator", fields: { reason: ["report", "danger", "other"], note: ["De melding noemt een foto.", ""] } },
  "/beheer/bezwaren/:id/bekijken": { as: "moderator", fields: { reason: ["appeal", "changed"], note: [""] } },
  "/beheer/opnieuw/:id": { as: "moderator", fields: { outcome: ["left", "lifted"], answer: ["Het kenteken staat er nog op."] } },
  "/beheer/opnieuw/:id/bekijken": { as: "moderator", fields: { reason: ["changed"], note: [""] } },
  "/beheer/bezwaren/:id/besluit": { as: "moderator", fields: { outcome: ["upheld", "overturned"], answer: ["Dit besluit klopt zo wel."] } },
  "/beheer/meldingen/:id/laten-staan": { as: "moderator", fields: { rule: ["untrue"], note: ["Dit mag hier gewoon staan."] } },
  "/beheer/meldingen/:id/terugzetten": { as: "moderator", fields: {} },
  "/beheer/meldingen/:id/verbergen": { as: "moderator", fields: { rule: ["offensive"], duration: ["until_changed", "for_good"], reason: ["Hierin staat de naam van een ander."] } },
  "/beheer/rollen/uitnodigen": { as: "moderator", fields: { ...invite, role: ["moderator", "contact_person", "property_manager"], organisationKind: ["landlord", "housing_corporation"], organisationName: ["B. Huisbaas"], place: ["{neighbourhood}"], of: ["street", "building"], street: ["{street} {neighbourhood}"], postcode: ["{postcode}"], number: ["{number}"] } },
  "/beheer/rollen/uitnodiging/:id": { as: "moderator", fields: { wat: ["opnieuw", "terug"] } },
  "/beheer/rollen/:id/einde": { as: "moderator", fields: {} },
  "/beheer/rollen/:id/verlenging": { as: "moderator", fields: { endsOn: ["{next year}"] } },
  "/berichten/gelezen": { as: "resident", fields: {} },
  "/berichten/afmelden/:scope/:signed": { as: "nobody", fields: { uit: ["all", "direct"], "List-Unsubscribe": ["One-Click", ""] }, fromAnywhere: true },
  "/bevestig": { as: "nobody", fields: {}, cookie: "buurhof-link={proof token}; buurhof-browser={browser}" },
  "/blijven": { as: "resident", fields: {}, elsewhere: true },
  "/foto/:id/verwijdering": { as: "resident", fields: {} },
  "/geen-brieven": { as: "nobody", fields: { postcode: ["{postcode}"], nummer: ["{number}"], code } },
  "/gemeente/rollen/uitnodigen": { as: "official", fields: { ...invite, role: ["official"], place: ["{municipality}"] } },
  "/gemeente/rollen/uitnodiging/:id": { as: "official", fields: { wat: ["opnieuw", "terug"] } },
  "/gemeente/rollen/:id/einde": { as: "official", fields: {} },
  "/gemeente/rollen/:id/verlenging": { as: "official", fields: { endsOn: ["{next year}"] } },
  "/helpen/nieuw": { as: "moderator", fields: { eerder: ["nee", "ja"], nummer: ["", "CDFH-JKMN"], ...signed } },
  "/helpen/:id/vul-in/:wat": { as: "moderator", fields: { title: wish.title, item: ["{neighbour measure}"], audience, ...paperFields } },
  "/helpen/:id/intrekking": { as: "moderator", fields: { soort: ["wish"], ding: ["{paper wish}"] } },
  "/helpen/:id/alles-stoppen": { as: "moderator", fields: {} },
  "/helpen/:id/einde": { as: "moderator", fields: {} },
  "/huishouden/e-mail": { as: "resident", fields: { email } },
  "/huishouden/e-mail/code": { as: "resident", fields: { code }, elsewhere: true },
  "/huishouden/splitsen": { as: "resident", fields: {} },
  "/huishouden/verhuizen": { as: "resident", fields: { datum: ["", "{next year}"], "blijft[]": ["{own measure}"], "sure[]": ["yes"] } }, "/huishouden/verhuizen/afzegging": { as: "resident", fields: {} },
  "/huishouden/uitnodigen": { as: "resident", fields: { email } },
  "/huishouden/uitnodiging/:id/intrekking": { as: "resident", fields: {} },
  "/huishouden/verzoek/:id": { as: "resident", fields: { antwoord: ["nee", "ja"] } },
  "/inloggen": { as: "nobody", fields: { email, terug: ["/kaart"] } },
  "/inloggen/code": { as: "nobody", fields: { code }, elsewhere: true },
  "/inloggen/passkey": { as: "nobody", fields: { answer: ["{passkey answer}"], terug: ["/kaart"] }, elsewhere: true },
  "/inloggen/passkey/vraag": { as: "nobody", fields: {} },
  "/instellingen": { as: "resident", fields: { taal: ["nl", "en"] } },
  "/instellingen/berichten": { as: "resident", fields: { direct: ["at_once", "nothing"], homes: ["weekly", "daily"], neighbourhood: ["weekly"], "stil[]": ["ja"] } },
  "/instellingen/blokkades/:id/opheffing": { as: "resident", fields: {} },
  "/maatregelen/:id/blokkeren": { as: "resident", fields: {} },
  "/maatregelen/nieuw": { as: "resident", fields: { id: ["{random id}", ""], ...facts } },
  "/maatregelen/:id/ervaring": {
    as: "resident",
    fields: { satisfaction: ["4"], experience: ["Het ging goed."], wouldDoDifferently: [""], gasBeforeM3: ["1200"], gasAfterM3: ["0"], powerBeforeKwh: ["2500"], powerAfterKwh: ["-100"], photoAlt: ["Het dak"] },
  },
  "/maatregelen/:id/intrekking": { as: "resident", fields: {} },
  "/maatregelen/:id/melden": { as: "resident", fields: report },
  "/maatregelen/:id/publiek": { as: "resident", fields: { audience, "contact[]": ["ask", "visit"] } },
  "/maatregelen/:id/terugzetting": { as: "resident", fields: {} },
  "/maatregelen/:id/wijzigen": { as: "resident", fields: facts },
  "/meedoen/adres-ontbreekt": { as: "nobody", fields: { postcode: ["{postcode}"], houseNumber: ["12a"], streetName: ["Proefstraat"], note: [""], email } },
  "/meedoen/brief": { as: "joiner", fields: {} },
  "/meedoen/code": { as: "joiner", fields: { code }, elsewhere: true },
  "/meedoen/mail": { as: "nobody", fields: { email, leeftijd: ["ja"] } },
  "/meedoen/mail/code": { as: "nobody", fields: { code }, elsewhere: true },
  "/meedoen/manier": { as: "joiner", fields: { manier: ["brief", "code", "huisgenoot", "buren", "deur"] } },
  "/meedoen/stoppen": { as: "joiner", fields: {} },
  "/meedoen/verzoek": { as: "joiner", fields: { naam: ["Robin"] } },
  "/meldingen/:id/bezwaar": { as: "resident", fields: { reason: ["Dit mag niet blijven staan."] } },
  "/mijn-rollen/:id/einde": { as: "resident", fields: {} },
  "/mijn-rollen/:id/naam": { as: "resident", fields: { tonen: ["ja", "nee"] } },
  "/mijn-sessies": { as: "resident", fields: {} },
  "/mijn-sessies/:id/einde": { as: "resident", fields: {} },
  "/mijn-huis/gegevens": { as: "resident", fields: { dwellingType: ["terraced", ""], builtYear: ["1931", ""], areaM2: ["1.100", ""], energyClass: ["C", "none", ""] } },
  "/mijn-huis/eerder/:id/overname": { as: "resident", fields: {} }, "/mijn-huis/eerder/:id/verwijdering": { as: "resident", fields: {} },
  "/mijn-huis/gegevens/terug": { as: "resident", fields: { fact: ["builtYear", "energyClass"] } },
  "/mijn-huis/stap/:kind/opzij": { as: "resident", fields: {} },
  "/mijn-huis/stap/:kind/terug": { as: "resident", fields: {} },
  "/oud-mailadres/:signed": { as: "nobody", fields: { antwoord: ["nee", "ja"] } },
  "/passkeys": { as: "resident", fields: { name: ["Mijn telefoon"], answer: ["{new passkey answer}"], terug: ["/kaart"] }, elsewhere: true },
  "/passkeys/vraag": { as: "resident", fields: {} },
  "/passkeys/:id/verwijdering": { as: "resident", fields: {} },
  "/rol": { as: "nobody", fields: { antwoord: ["ja", "nee"], "klopt": ["ja"], tonen: ["ja"] }, cookie: "buurhof-rol={role token}" },
  "/taal": { as: "nobody", fields: { taal: ["en", "nl"], terug: ["/inloggen"] } },
  "/toestemmingen/:id/intrekking": { as: "resident", fields: {} }, "/toestemmingen/:id/nieuwe-tekst": { as: "resident", fields: { antwoord: ["nee", "ja"] } },
  "/toestemmingen/archief": { as: "resident", fields: {} },
  "/toestemmingen/alles-intrekken": { as: "resident", fields: { "sure[]": ["yes"] } },
  "/toestemmingen/terugzetten": { as: "resident", fields: { mark: ["0"], look: ["yes"] }, elsewhere: true },
  "/toestemmingen/vertrek": { as: "resident", fields: { "sure[]": ["yes"] } },
  "/tweede-stap": { as: "moderator", fields: { code: ["123456"] }, elsewhere: true },
  "/tweede-stap/herstelcode": { as: "moderator", fields: { code }, elsewhere: true },
  "/tweede-stap/instellen": { as: "moderator", fields: { code: ["123456"], offer: ["{offer}"] }, elsewhere: true },
  "/tweede-stap/passkey": { as: "moderator", fields: { answer: ["{passkey answer}"], terug: ["/beheer"] }, elsewhere: true },
  "/tweede-stap/passkey/vraag": { as: "moderator", fields: {} },
  "/uitloggen": { as: "resident", fields: {} },
  "/uitnodiging": { as: "nobody", fields: { klopt: ["ja"] }, cookie: "buurhof-uitnodiging={invitation token}" },
  "/verborgen/:id/opnieuw": { as: "resident", fields: {} },
  "/verborgen/:id/bezwaar": { as: "resident", fields: { reason: ["Dit is mijn eigen verhaal."] } },
  "/verhuisd": { as: "joiner", fields: {} },
  "/verhuisd/meenemen": { as: "joiner", fields: {} },
  "/verzoeken/nieuw": { as: "resident", fields: { id: ["{random id}", ""], organisationId: ["{organisation}"], kind: ["solar_panels"], text: ["Mogen er zonnepanelen op het dak?"], naam: ["ja", "nee"] } },
  "/verzoeken/:id/deelname": { as: "resident", fields: { naam: ["ja", "nee"] } },
  "/verzoeken/:id/afmelding": { as: "resident", fields: {} },
  "/verzoeken/:id/intrekking": { as: "resident", fields: {} },
  "/verzoeken/:id/melden": { as: "resident", fields: report },
  "/verzoeken/:id/terugzetting": { as: "resident", fields: {} },
  "/verzoeken-aan-mij/:id": { as: "manager", fields: { answer: ["yes", "no", "later"], byDay: ["{next year}"], text: ["Het dak is te oud."] } },
  "/gesprekken/:id": { as: "resident", fields: { id: ["{random id}", ""], body: ["Dank je wel."] } },
  "/gesprekken/:id/blokkeren": { as: "resident", fields: {} },
  "/gesprekken/:id/einde": { as: "resident", fields: {} },
  "/gesprekken/bericht/:id/intrekking": { as: "resident", fields: {} },
  "/gesprekken/bericht/:id/melden": { as: "resident", fields: report },
  "/maatregelen/:id/vraag": { as: "resident", fields: { id: ["{random id}", ""], body: ["Hoe ging het?"] } },
  "/verhalen/nieuw": { as: "resident", fields: { id: ["{random id}", ""], ...story, audience } },
  "/verhalen/:id/blokkeren": { as: "resident", fields: {} },
  "/verhalen/:id/intrekking": { as: "resident", fields: {} },
  "/verhalen/:id/melden": { as: "resident", fields: report },
  "/verhalen/:id/publiek": { as: "resident", fields: { audience } },
  "/verhalen/:id/terugzetting": { as: "resident", fields: {} },
  "/verhalen/:id/wijzigen": { as: "resident", fields: story },
  ...questionForms,
  ...visitForms,
  ...figureForms,
  ...purchaseForms,
  ...purchaseDeskForms,
  "/wachtlijst": { as: "nobody", fields: { email } },
  "/wachtlijst/code": { as: "nobody", fields: { code }, elsewhere: true },
  "/wachtlijst/stoppen/:signed": { as: "nobody", fields: {} },
  "/welkom/cijfers": { as: "resident", fields: { cijfers: ["ja", "nee"] } },
  "/welkom/meedoen": { as: "resident", fields: { meedoen: ["informed", "not_now"] } },
  "/welkom/naam": { as: "resident", fields: { keuze: ["eigen", "straat"], naam: ["Sam"] } },
  "/wensen/nieuw": { as: "resident", fields: { id: ["{random id}", ""], ...wish } },
  "/wensen/:id/afmelding": { as: "resident", fields: {} },
  "/wensen/:id/blokkeren": { as: "resident", fields: {} },
  "/wensen/:id/deelnemers/:join/blokkeren": { as: "resident", fields: {} },
  "/wensen/:id/deelname": { as: "resident", fields: {} },
  "/wensen/:id/intrekking": { as: "resident", fields: {} },
  "/wensen/:id/melden": { as: "resident", fields: report },
  "/wensen/:id/publiek": { as: "resident", fields: { audience } },
  "/wensen/:id/terugzetting": { as: "resident", fields: {} },
  "/wensen/:id/wijzigen": { as: "resident", fields: wish },
};

/** What some pages need to know in their address. */
export const queries: Record<string, string> = {
  ...purchaseDeskQueries,
  "/beheer/brieven/nieuw": "buurt={neighbourhood}",
  "/helpen/nieuw": "adres={dwelling}",
  "/helpen/:id/vul-in/:wat": "soort={paper purchase}",
  "/meedoen/adres": "postcode={postcode}&nummer={number}",
  "/meedoen/mail": "adres={dwelling}",
  "/wachtlijst": "buurt={waiting neighbourhood}",
  "/wachtlijst/code": "buurt={waiting neighbourhood}",
  "/wachtlijst/op-de-lijst": "buurt={waiting neighbourhood}",
};

/** The names in an address that some page or the framework reads, with what is right for them. */
export const queryNames: Record<string, string[]> = {
  terug: ["/kaart", "/maatregelen/{own measure}?bewaard"], buurt: ["{waiting neighbourhood}", "{neighbourhood}"], weergave: ["lijst", "kaart"], laag: ["bouwperiode", "energielabel"],
  zoek: ["Proefstraat 1", "{postcode} 1"], pagina: ["1", "2"], huis: ["{building}", "{dwelling}"], wat: ["maatregel", "wens"], soort: ["solar_panels", "heat_pump_hybrid"],
  woning: ["terraced", "flat"], zoals: ["mijn-huis"], straat: ["{street}"], plek: ["{street}"], nieuw: [""], bewaard: [""], adres: ["{dwelling}", "{waiting dwelling}"], kies: ["1"],
  postcode: ["{postcode}"], nummer: ["{number}", "12 a"], na: ["1700000000000000_{neighbour measure}"], voor: ["huis", "buurt"], opnieuw: ["ja"], voorbij: [""], gas: ["1200"], prijs: ["1,45"],
  naast: ["{neighbourhood}"], minder: ["20", "100"], tabel: ["taking_part"], cijfer: ["gas"], titel: ["Wie weet een goede glaszetter?"], verder: [""], staat: ["uitgezocht", "beantwoord"], "zoals-mijn": ["ja"], maatregel: ["{own measure}"], als: ["straat", "gemeente", "beheerder"], moment: ["{neighbour moment}", ""], stap: ["interest", "lapsed"], rol: ["moderator", "contact_person", "property_manager"], index: [""], _routes: ["root", "routes/kaart"], _data: ["root", "routes/kaart"], p: ["/kaart"], version: ["1"],
};

/** What belongs in the place of a name in an address; the first that matches counts. */
const parameters: [RegExp, string][] = [
  ...questionParameters,
  ...visitParameters,
  ...figureParameters,
  ...purchaseParameters,
  ...purchaseDeskParameters,
  [/^\/maatregelen\/:id\/blokkeren/, "{other measure}"],
  [/^\/maatregelen\/:id\/(melden|vraag)/, "{neighbour measure}"],
  [/^\/gesprekken\/:id\/blokkeren/, "{thread to block}"],
  [/^\/gesprekken\/:id\/einde/, "{thread to end}"],
  [/^\/gesprekken\/bericht\/:id\/intrekking/, "{own message}"],
  [/^\/gesprekken\/bericht\//, "{neighbour message}"],
  [/^\/gesprekken\//, "{own thread}"],
  [/^\/maatregelen\//, "{own measure}"],
  [/^\/verhalen\/:id\/blokkeren/, "{story to block}"],
  [/^\/verhalen\/:id\/melden/, "{neighbour story}"],
  [/^\/verhalen\//, "{own story}"],
  [/^\/wensen\/:id\/(melden|blokkeren|deelname$|afmelding)/, "{neighbour wish}"],
  [/^\/wensen\//, "{own wish}"],
  [/^\/verzoeken\/:id\/terugzetting/, "{own withdrawn request}"],
  [/^\/verzoeken\/:id\/(deelname|afmelding|melden)/, "{flat request}"],
  [/^\/verzoeken-aan-mij\//, "{flat request}"],
  [/^\/verzoeken\//, "{own joint request}"],
  [/^\/mijn-huis\/eerder\//, "{left fact}"],
  [/^\/foto\//, "{own photo}"],
  [/^\/beheer\/meldingen\/:id\/terugzetten/, "{hidden report}"],
  [/^\/beheer\/meldingen\//, "{report}"],
  [/^\/beheer\/mededelingen\//, "{announcement}"],
  [/^\/beheer\/adresvragen\//, "{objected claim}"],
  [/^\/huishouden\/adres\//, "{claim at home}"],
  [/^\/borg\/link\//, "{claim code}"],
  [/^\/beheer\/adressen\//, "{missing address}"],
  [/^\/beheer\/bezwaren\//, "{appeal}"],
  [/^\/beheer\/brieven\/weigeringen\//, "{refusal}"],
  [/^\/beheer\/brieven\//, "{batch}"],
  [/^\/meldingen\/:id\/bezwaar/, "{own kept report}"],
  [/^\/meldingen\//, "{own report}"],
  [/^\/beheer\/opnieuw\//, "{second look}"],
  [/^\/instellingen\/blokkades\//, "{own block}"],
  [/^\/verborgen\/:id\/opnieuw/, "{own changed hiding}"],
  [/^\/verborgen\//, "{own hiding}"],
  [/^\/huishouden\/uitnodiging\//, "{own invitation}"],
  [/^\/huishouden\/verzoek\//, "{own request}"],
  [/^\/mijn-sessies\//, "{own session}"],
  [/^\/passkeys\//, "{own passkey}"],
  [/^\/toestemmingen\/archief\//, "{own archive}"],
  [/^\/toestemmingen\/:id/, "{own figures}"],
  [/^\/toestemmingen\/gegevens\//, "measure.csv"],
  [/^\/kaart(data|lagen)\//, "{neighbourhood}"],
  [/^\/beheer\/rollen\/uitnodiging\//, "{role invitation}"],
  [/^\/beheer\/rollen\//, "{contact role}"],
  [/^\/gemeente\/rollen\/uitnodiging\//, "{official invitation}"],
  [/^\/gemeente\/rollen\//, "{official role}"],
  [/^\/mijn-rollen\//, "{own role}"],
  [/^\/rol\//, "{role token}"],
  [/^\/helpen\//, "{helping}"],
  [/^\/bevestig\//, "{proof token}"],
  [/^\/uitnodiging\//, "{invitation token}"],
  [/^\/aan-de-deur\//, "{signed door}"],
  [/^\/borg\/buur\//, "{signed vouch}"],
  [/^\/oud-mailadres\//, "{signed change}"],
  [/^\/wachtlijst\/stoppen\//, "{signed waiting}"],
  [/^\/berichten\/afmelden\//, "{signed unsubscription}"],
  [/^\/berichten\//, "{own notice}"],
];

/** What belongs in the place of `:name` in an address. */
export function parameterOf(path: string, name: string): string {
  if (name === "kind" && /^\/(mijn-huis|weten)\//.test(path)) return "cavity_insulation";
  if (name === "wat") return path.includes("/papier/") ? "formulier" : "{paper entry}";
  if (name === "purchase") return "{paper purchase}";
  if (name === "deed") return "afmelden";
  if (name === "check") return "{photo check}";
  if (name === "file" && path.startsWith("/kaartdata/")) return "{map version}.json";
  if (name === "file" && path.startsWith("/cijfers/")) return "{neighbourhood}.csv";
  if (name === "file" && path.startsWith("/gemeente/")) return "cijfers.csv";
  if (name === "scope") return "direct";
  if (name === "join") return "{flatmate joins}";
  return parameters.find(([pages]) => pages.test(path))?.[1] ?? "{random id}";
}

/** Who has something to do on a page. */
export function visitorOf(path: string): Visitor {
  if (forms[path]) return forms[path].as;
  if (/^\/(beheer|tweede-stap|aan-de-deur|helpen(?!\/formulier))/.test(path)) return "moderator";
  if (path.startsWith("/gemeente")) return "official";
  if (path.startsWith("/verzoeken-aan-mij")) return "manager";
  return /^\/(meedoen|brief|geen-brieven|bezwaar-adres|bevestig|berichten\/afmelden|uitnodiging|rol(?:\/|$)|wachtlijst|inloggen|over|privacy|vertrokken|oud|taal|toegankelijkheid|postvak|\*|$)/.test(path) ? "nobody" : "resident";
}
