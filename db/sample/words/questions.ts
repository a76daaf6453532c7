import type { MeasureKind } from "../../../app/features/measures/catalogue.ts";
import type { CostRange, DwellingType, ParkingPhase, PeriodKey } from "../../schema/choices.ts";
import type { Cluster } from "../town/town.ts";

/** Who says something in a question: somebody who lives in a cluster of homes, or who logs in to the demo. */
export type Speaker = Cluster | "resident" | "neighbour";

export interface AnswerWords {
  from: Speaker;
  /** So many days after the question. */
  after: number;
  body: string;
  /** What it said before. */
  before?: string;
  commercial?: true;
  /** Taken back after others had replied: only the place where it stood is left. */
  gone?: true;
  outcome?: { source: string; costRange?: CostRange; types?: readonly DwellingType[]; periods?: readonly PeriodKey[] };
  /** Said of an outcome, so many days after the question. */
  said?: readonly { by: Speaker; after: number; verdict: "accepted" | "missing" | "confirmed"; note?: string }[];
  /** Asked again, a year after it was found out. */
  stale?: true;
  thankedBy?: readonly Speaker[];
}

export interface QuestionWords {
  title: string;
  body?: string;
  from: Speaker;
  daysAgo: number;
  kind?: MeasureKind;
  audience?: "street";
  /** About a street or square, by its name. */
  at?: string;
  /** About homes like that of who asks. */
  aboutHome?: true;
  answers?: readonly AnswerWords[];
  /** Who finds it out: from so many days after the question, for so many days; or let go of since. */
  claims?: readonly { by: Speaker; after: number; days: number; ended?: "by_hand" | "overdue" | "outcome" }[];
  parked?: { why: string; phase?: ParkingPhase; inDays: number };
  /** Its place in this list: the question that it was put together with. */
  mergedInto?: number;
}

export const questionsOf: Readonly<Record<string, readonly QuestionWords[]>> = {
  BU99010101: [
    {
      title: "Wie heeft een goede ervaring met een glaszetter?", body: "We willen de grote ruit aan de voorkant laten vervangen door triple glas. Ik zoek iemand die ook het kozijn goed nakijkt.",
      from: "resident", daysAgo: 5, kind: "glazing", aboutHome: true,
      answers: [
        { from: "courtyards", after: 1, body: "Bij ons hebben ze eerst het kozijn gemeten op kromtrekken. Vraag daar echt om, want triple glas is zwaarder.", thankedBy: ["resident"] },
        { from: "neighbour", after: 2, body: "Ik heb drie offertes liggen van vorig jaar. Kom gerust kijken hoe ze verschillen.", before: "Ik heb twee offertes liggen." },
      ],
    },
    { title: "Mag je op de flat zelf een laadpunt aanvragen?", body: "Ik huur een plek in de parkeergarage. De VvE zegt dat het via hen moet, maar dat duurt.", from: "gildeflat", daysAgo: 3, kind: "charging_point", answers: [{ from: "gildeflat", after: 1, body: "Bij ons blok is er een wachtlijst. Je staat pas op de lijst als je een formulier inlevert bij de huismeester." }] },
    { title: "Hoe houd je de slaapkamer koel zonder airco?", body: "Vorige zomer was het boven boven de dertig graden. Ik zoek iets dat je zelf kunt doen.", from: "seventies", daysAgo: 8, kind: "sun_shading", answers: [{ from: "courtyards", after: 1, body: "Buitenzonwering scheelt bij ons het meest. Aan de binnenkant helpt een rolgordijn bijna niet." }, { from: "thirties", after: 2, body: "’s Nachts alles tegen elkaar open, en vóór negen uur weer dicht." }] },
    { title: "Is er iemand met een regenton aan een gedeelde regenpijp?", from: "thirties", daysAgo: 2, kind: "rain_barrel" },
    { title: "Klopt het dat de kozijnen in de Wevershof van hardhout zijn?", body: "Ik wil ze gaan schilderen en hoor verschillende dingen.", from: "resident", daysAgo: 11, audience: "street", at: "Wevershof" },
    {
      title: "Wat kost het om de spouw te laten vullen in de hofjes?", body: "Onze huizen zijn in één keer gebouwd, dus één prijs zegt iets voor iedereen.", from: "courtyards", daysAgo: 24, kind: "cavity_insulation", aboutHome: true,
      claims: [{ by: "resident", after: 15, days: 21 }, { by: "seventies", after: 18, days: 14 }],
      answers: [{ from: "thirties", after: 2, body: "Let op of er al iets in zit. Bij ons bleek de helft gevuld te zijn in de jaren tachtig.", gone: true }, { from: "seventies", after: 4, body: "Goed dat je dat zegt, dat laten we eerst nakijken met een cameraatje." }],
    },
    { title: "Wie weet of je subsidie krijgt op een tweedehands warmtepomp?", from: "seventies", daysAgo: 30, kind: "heat_pump_hybrid", claims: [{ by: "thirties", after: 3, days: 14, ended: "overdue" }, { by: "gildeflat", after: 20, days: 30 }] },
    {
      title: "Hoeveel lawaai maakt een warmtepomp in een hofje?", body: "Onze tuinen liggen dicht op elkaar. Ik wil geen ruzie met de buren.", from: "neighbour", daysAgo: 45, kind: "heat_pump_air",
      claims: [{ by: "courtyards", after: 4, days: 30, ended: "outcome" }],
      answers: [{
        from: "courtyards", after: 20, body: "Ik heb bij drie huizen staan luisteren, ook ’s avonds. Op vijf meter hoor je een zacht zoemen, minder dan de koelkast. Zet hem niet in een hoek tussen twee muren, dan kaatst het.",
        outcome: { source: "Zelf geluisterd bij drie huizen, en gebeld met een installateur", types: ["terraced", "end_terrace"], periods: ["3"] },
        said: [{ by: "neighbour", after: 22, verdict: "accepted" }], thankedBy: ["neighbour", "seventies"],
      }],
    },
    {
      title: "Werkt vloerisolatie als de kruipruimte nat is?", body: "Er staat in de winter een laagje water onder ons huis.", from: "courtyards", daysAgo: 33, kind: "floor_insulation", aboutHome: true,
      claims: [{ by: "thirties", after: 2, days: 21, ended: "outcome" }],
      answers: [
        { from: "thirties", after: 12, body: "Ja, maar niet met alles. Schuimbeton niet, chips of isolatie tegen de vloer wel. Laat eerst kijken of er lucht genoeg door de roosters kan.", outcome: { source: "Twee bedrijven gebeld, en de folder van Milieu Centraal", costRange: "2000_5000", types: ["terraced"], periods: ["3"] } },
      ],
    },
    {
      title: "Welke radiatoren werken goed op lage temperatuur?", from: "thirties", daysAgo: 480, kind: "low_temperature_radiators",
      answers: [{
        from: "seventies", after: 20, body: "De oude ledenradiatoren deden het bij ons gewoon, als je ze groot genoeg kiest. Alleen in de badkamer kwam er een ventilator onder.",
        outcome: { source: "Warmteberekening door een adviseur", costRange: "500_2000" }, said: [{ by: "thirties", after: 24, verdict: "accepted" }], stale: true,
      }],
    },
    {
      title: "Kun je een groen dak leggen op een schuurtje van golfplaat?", from: "seventies", daysAgo: 420, kind: "green_roof",
      answers: [{
        from: "courtyards", after: 6, body: "Niet zomaar, de plaat kan het natte gewicht niet dragen. Er zijn lichte matten, maar dan moet er een plank onder.",
        outcome: { source: "De hovenier aan de Dorpsstraat", costRange: "under_500" }, said: [{ by: "seventies", after: 9, verdict: "accepted" }, { by: "thirties", after: 410, verdict: "confirmed" }],
      }],
    },
    {
      title: "Wat betaal je voor een thuisbatterij, en heeft het zin?", from: "courtyards", daysAgo: 60, kind: "home_battery",
      answers: [
        { from: "thirties", after: 3, body: "Ik verkoop ze, dus let op: voor één huis met weinig panelen verdien je hem nu nog niet terug.", commercial: true },
        { from: "neighbour", after: 12, body: "Een batterij van 10 kWh kost met plaatsen rond de zesduizend euro.", outcome: { source: "Offerte van een installateur", costRange: "5000_10000" }, said: [{ by: "courtyards", after: 14, verdict: "missing", note: "En hoe lang gaat hij mee?" }] },
      ],
    },
    { title: "Wanneer komt het warmtenet in onze straat?", body: "Ik wil niet nu een ketel kopen en over een jaar spijt hebben.", from: "gildeflat", daysAgo: 70, kind: "heat_network", parked: { why: "De gemeente beslist pas als het buurtplan er is. Tot die tijd weet niemand het.", phase: "plan", inDays: 160 }, answers: [{ from: "seventies", after: 2, body: "Op de bijeenkomst zeiden ze: niet vóór het plan klaar is." }] },
    { title: "Wie doet mee met samen het dak laten nakijken?", from: "thirties", daysAgo: 50, kind: "roof_insulation", parked: { why: "In de winter gaat niemand het dak op. In het voorjaar verder.", inDays: 95 } },
    { title: "Kent iemand een betrouwbare glaszetter?", from: "thirties", daysAgo: 4, kind: "glazing", mergedInto: 0, answers: [{ from: "seventies", after: 1, body: "Vraag of ze het oude glas meenemen, dat scheelde mij een rit naar de milieustraat." }] },
    { title: "Zijn er meer mensen met condens tussen het glas?", from: "seventies", daysAgo: 15, kind: "glazing", answers: [{ from: "resident", after: 2, body: "Ja, bij ons aan de noordkant. Er zat nog garantie op: tien jaar." }, { from: "thirties", after: 3, body: "Dan is de rand lek. Alleen de ruit vervangen kan, het kozijn hoeft niet." }] },
    { title: "Hoe vaak stoken jullie nog met hout?", from: "thirties", daysAgo: 20 },
    { title: "Is koken op inductie te doen op een gewone groep?", from: "gildeflat", daysAgo: 27, kind: "induction", answers: [{ from: "courtyards", after: 1, body: "Er zijn platen op één stekker. Je kunt dan niet alle vier de pitten vol open zetten." }] },
    {
      title: "Hoeveel zonnepanelen passen er op een dak in de hofjes?", body: "Ik kreeg twee offertes: acht panelen en twaalf. Dat scheelt nogal.", from: "courtyards", daysAgo: 55, kind: "solar_panels", aboutHome: true,
      claims: [{ by: "seventies", after: 3, days: 21, ended: "outcome" }],
      answers: [
        { from: "neighbour", after: 2, body: "Bij ons liggen er tien. Twaalf kan ook, maar dan liggen er twee in de schaduw van de schoorsteen." },
        {
          from: "seventies", after: 16, body: "Tien op de tuinkant is het beste: dan blijft er rondom een rand vrij en ligt er geen een in de schaduw. Bij twaalf brengt de laatste bijna niets op. Vraag om een legplan met de schaduw erop.",
          outcome: { source: "Legplan van twee installateurs, en gekeken bij drie buren", costRange: "5000_10000", types: ["terraced", "end_terrace"], periods: ["2", "3"] },
          said: [{ by: "courtyards", after: 18, verdict: "accepted" }], thankedBy: ["courtyards", "thirties"],
        },
      ],
    },
    {
      title: "Leveren panelen op het noorden nog iets op?", from: "thirties", daysAgo: 430, kind: "solar_panels",
      answers: [{
        from: "courtyards", after: 12, body: "Ja, maar ongeveer de helft minder dan op het zuiden. Wij zouden het niet weer doen zolang er plek is op de andere kant.",
        outcome: { source: "Twee jaar opbrengst in de app", costRange: "2000_5000" }, said: [{ by: "thirties", after: 15, verdict: "accepted" }], stale: true,
      }],
    },
    {
      title: "Moet de meterkast anders voor zonnepanelen?", from: "seventies", daysAgo: 88, kind: "solar_panels",
      answers: [{
        from: "gildeflat", after: 9, body: "Meestal komt er één groep bij. Is de kast van vóór 1980, reken dan op een nieuwe: de installateur mag er anders niets aan vastmaken.",
        outcome: { source: "Gebeld met een installateur", costRange: "500_2000" }, said: [{ by: "seventies", after: 10, verdict: "accepted" }],
      }],
    },
    {
      title: "Wat doen jullie met de stroom die je overhoudt?", body: "Vanaf volgend jaar krijg je er minder voor. Ik zoek iets slims zonder batterij.", from: "seventies", daysAgo: 9, kind: "solar_panels",
      answers: [{ from: "courtyards", after: 1, body: "Wij laten de vaatwasser en de was om twaalf uur lopen. Dat scheelt meer dan je denkt." }, { from: "thirties", after: 3, body: "De boiler overdag laten stoken. Er zit een klokje van een tientje op." }],
    },
    {
      title: "Wie weet of de bomen aan de Lindekade weer gesnoeid worden?", body: "Ze staan in de middag precies voor mijn panelen.", from: "thirties", daysAgo: 13, kind: "solar_panels", at: "Lindekade",
      claims: [{ by: "gildeflat", after: 9, days: 25 }],
    },
    {
      title: "Heeft dubbel glas in een oud kozijn wel zin?", from: "thirties", daysAgo: 95, kind: "glazing", aboutHome: true,
      answers: [{
        from: "courtyards", after: 14, body: "Ja, als het hout nog goed is en er drie centimeter sponning is. Anders betaal je twee keer. De glaszetter prikt met een priem in het hout: zakt die weg, dan eerst het kozijn.",
        outcome: { source: "Drie offertes vergeleken", costRange: "2000_5000", types: ["terraced", "end_terrace"], periods: ["0", "2"] }, said: [{ by: "thirties", after: 15, verdict: "accepted" }],
      }],
    },
    {
      title: "Kan de spouw van een huis uit 1974 in één dag?", from: "courtyards", daysAgo: 140, kind: "cavity_insulation", aboutHome: true,
      answers: [{
        from: "neighbour", after: 20, body: "In een ochtend. Ze boren gaatjes in de voegen en maken die dezelfde dag dicht. Zet wel alles een halve meter van de gevel.",
        outcome: { source: "Zelf laten doen", costRange: "500_2000", types: ["terraced", "end_terrace"], periods: ["2"] }, said: [{ by: "courtyards", after: 21, verdict: "accepted" }, { by: "seventies", after: 90, verdict: "confirmed" }],
      }],
    },
    { title: "Waar kan de buitenunit van een warmtepomp staan in de Smedenhof?", body: "Op het platte dak van de berging, of moet hij de tuin in?", from: "courtyards", daysAgo: 7, kind: "heat_pump_air", at: "Smedenhof", answers: [{ from: "seventies", after: 2, body: "Op de berging mag, als je rubbers onder de poten zet. Anders hoort je buurvrouw hem in bed." }] },
    { title: "Zullen we de stoeptegels in de Kastanjelaan vervangen door groen?", body: "Na een bui staat het water bij de hoek tot de stoeprand.", from: "thirties", daysAgo: 16, kind: "green_garden", at: "Kastanjelaan", answers: [{ from: "seventies", after: 3, body: "Graag. De gemeente komt de tegels gratis ophalen als je met vijf huizen bent." }] },
    { title: "Wie haalt de regenton op de hoek van de Kastanjelaan leeg?", from: "seventies", daysAgo: 18, kind: "rain_barrel", at: "Kastanjelaan" },
    { title: "Komen er laadpalen op de Hofsingel?", from: "gildeflat", daysAgo: 19, kind: "charging_point", at: "Hofsingel", claims: [{ by: "thirties", after: 16, days: 18 }] },
  ],
  BU99010102: [
    { title: "Wie heeft de spouw van een huis uit 1958 laten vullen?", from: "fifties", daysAgo: 12, kind: "cavity_insulation", aboutHome: true, answers: [{ from: "fifties", after: 2, body: "Wij, twee jaar terug. Het was in een ochtend klaar." }] },
    {
      title: "Hoe krijg je de meterkast klaar voor zonnepanelen?", from: "fifties", daysAgo: 40, kind: "solar_panels",
      answers: [{ from: "fifties", after: 10, body: "Er moet een aparte groep bij. De netbeheerder hoeft niet te komen, de installateur meldt het aan.", outcome: { source: "Installateur gebeld", costRange: "under_500", types: ["terraced"], periods: ["1"] }, said: [{ by: "fifties", after: 11, verdict: "accepted" }] }],
    },
    { title: "Waar kun je een warmtebeeldcamera lenen?", from: "fifties", daysAgo: 6, claims: [{ by: "fifties", after: 2, days: 20 }] },
  ],
};
