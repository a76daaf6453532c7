import type { Horizon } from "../../schema/sharing.ts";
import type { Cluster } from "../town/town.ts";

/** A dream for the neighbourhood that others can join. */
export interface NeighbourhoodWish {
  title: string;
  note: string;
  horizon: Horizon;
  /** Who would say this. */
  in?: readonly Cluster[];
  /** How many households say "ik doe mee". */
  joins: number;
  /** Shared with the street or building instead of the whole neighbourhood. */
  audience?: "street" | "building";
}

export const wishesOfHofkwartier: readonly NeighbourhoodWish[] = [
  { title: "Samen spouwmuurisolatie inkopen", note: "In de hofjes zijn de huizen vrijwel gelijk. Met twintig huizen tegelijk krijgen we een betere prijs en één aanspreekpunt.", horizon: "this_year", in: ["courtyards"], joins: 23 },
  { title: "Een energiehulp voor wie het zelf niet kan", note: "Iemand die een middag langskomt met tochtstrips en radiatorfolie. Ik wil het zelf best leren en bij anderen doen.", horizon: "this_year", in: ["seventies"], joins: 14 },
  { title: "Minder tegels in de hofjes", note: "Na een stortbui staat het plein in het Smedenhof blank. Een paar vakken planten zou al schelen.", horizon: "few_years", in: ["courtyards"], joins: 17 },
  { title: "Een avond over warmtepompen bij mensen thuis", note: "Geen verkooppraatje, maar horen hoe het bij een ander huis uit de jaren 70 gaat.", horizon: "this_year", in: ["seventies"], joins: 19 },
  { title: "Oude ramen houden en toch isoleren", note: "Voor de jaren-30-huizen aan de Kastanjelaan en de Beukenstraat. Samen uitzoeken welk glas past en wie het kan zetten.", horizon: "few_years", in: ["thirties"], joins: 12 },
  { title: "Regenwater van de straat naar de vijver", note: "De vijver in het Gildepark staat 's zomers laag en het riool zit vol. Dat zou je aan elkaar kunnen knopen.", horizon: "someday", in: ["courtyards"], joins: 8 },
  { title: "Deelauto bij het Gildeplein", note: "Wij gebruiken onze tweede auto bijna niet. Met een stuk of tien huishoudens kan er een deelauto staan.", horizon: "few_years", in: ["seventies"], joins: 9 },
  { title: "Zonnepanelen op het dak van de school", note: "Een groot dak op het zuiden. Bewoners zouden mee kunnen doen en de kinderen leren er meteen iets van.", horizon: "few_years", in: ["courtyards"], joins: 21 },
  { title: "Gereedschap delen", note: "Een hoge ladder, een klopboor, een warmtecamera. Niet iedereen hoeft alles zelf te hebben.", horizon: "this_year", in: ["seventies"], joins: 16 },
  { title: "Schaduw op de speelplek in het Wevershof", note: "Er staat nu één boompje. Op een warme dag is het zand te heet voor blote voeten.", horizon: "few_years", in: ["courtyards"], joins: 11 },
  { title: "Samen met de corporatie om tafel over onze flat", note: "Niet ieder voor zich bellen, maar met een lijst van wat er speelt: gevel, ventilatie, zonwering.", horizon: "this_year", in: ["gildeflat"], joins: 9 },
  { title: "Groen op de galerijen", note: "Bakken die niet in de weg staan en die we om de beurt water geven.", horizon: "this_year", in: ["gildeflat"], joins: 6, audience: "building" },
  { title: "Eén kleur voor de kozijnen in onze rij", note: "Er moet toch geschilderd worden. Samen een schilder kiezen en dan kan het glas ook mee.", horizon: "this_year", in: ["seventies"], joins: 5, audience: "street" },
  { title: "Natuurlijke oever langs de Lindekade", note: "Riet in plaats van beschoeiing. Het waterschap wil meedenken als we met genoeg mensen zijn.", horizon: "someday", in: ["waterside"], joins: 7 },
];

export const wishesOfSpoorzicht: readonly NeighbourhoodWish[] = [
  { title: "Geluid van het spoor en warmte in één keer aanpakken", note: "Goed glas en een dichte kier helpen tegen allebei. Laten we samen kijken of er geld voor is.", horizon: "few_years", in: ["fifties"], joins: 18 },
  { title: "Met de hele Korenbloemstraat naar buiten toe isoleren", note: "Onze huizen uit 1958 zijn precies hetzelfde. Eén plan voor alle daken en vloeren scheelt iedereen gedoe.", horizon: "few_years", in: ["fifties"], joins: 15 },
  { title: "Klaprooswei wat wilder", note: "Minder maaien rond de speelplek, een paar fruitbomen en een bank in de schaduw.", horizon: "this_year", in: ["fifties"], joins: 13 },
  { title: "Laadpalen op logische plekken", note: "Nu staan ze allemaal bij het station. Achter de Margrietstraat is ook ruimte.", horizon: "this_year", in: ["eighties"], joins: 10 },
  { title: "Zonnepanelen op onze flat", note: "De VvE stemt er in het voorjaar over. Ik verzamel vragen, zodat we ze in één keer kunnen stellen.", horizon: "this_year", in: ["spoorflat"], joins: 12 },
  { title: "Fietsenstalling met een groen dak", note: "Op de plek van de oude bielzen bij het Stationsplein. Nu staan de fietsen in de regen.", horizon: "few_years", in: ["stationshof"], joins: 8 },
  { title: "Leren inregelen, voor beginners", note: "Ik heb het bij mezelf gedaan met een filmpje. Wie wil, kijkt een zaterdagochtend mee.", horizon: "this_year", in: ["eighties"], joins: 11 },
  { title: "Samen een buurtbatterij onderzoeken", note: "Er ligt hier veel zon op het dak en 's avonds kopen we weer in. Ik zoek mensen die van cijfers houden.", horizon: "someday", in: ["recent"], joins: 7 },
  { title: "Tegels eruit in het Boterbloemhof", note: "Een zaterdag met z'n allen. De gemeente haalt de tegels gratis op als we ons op tijd aanmelden.", horizon: "this_year", in: ["eighties"], joins: 14 },
  { title: "Ruilkast voor bouwmateriaal", note: "Halve rollen isolatie, pannen, kit. Iedereen heeft iets over en iemand anders zoekt het juist.", horizon: "this_year", in: ["eighties"], joins: 9 },
  { title: "Thermostaten in het trappenhuis lager", note: "De radiatoren in de hal staan de hele winter open. Dat kan toch anders.", horizon: "this_year", in: ["spoorflat"], joins: 6, audience: "building" },
];
