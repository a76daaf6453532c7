import type { StoryIndicator } from "../../schema/sharing.ts";
import type { Cluster } from "../town/town.ts";

/** What somebody tells beside a figure of the neighbourhood, and where it would be true. */
export interface StoryWords {
  indicator: StoryIndicator;
  title: string;
  body: string;
  in: Cluster;
  /** Told by who logs in to the demo as a resident. */
  mine?: true;
  daysAgo: number;
}

export const storiesOf: Readonly<Record<string, readonly StoryWords[]>> = {
  BU99010101: [
    { indicator: "gas", title: "Sinds de kieren dicht zijn, scheelt het echt", body: "In ons hof deden we het met vijf huizen op één zaterdag. Je merkt het vooral aan de vloer: die is niet meer koud. De ketel slaat veel minder aan.", in: "courtyards", daysAgo: 6 },
    { indicator: "gas", title: "De zachte winter telt ook mee", body: "Wij deden niets aan ons huis en gebruikten toch minder. Kijk dus niet alleen naar één jaar.", in: "seventies", daysAgo: 17 },
    { indicator: "gas", title: "Op de flat is het anders", body: "Bij ons zit de warmte in de servicekosten. Wat je zelf stookt, zie je niet apart. We hebben gevraagd of dat duidelijker kan.", in: "gildeflat", daysAgo: 33 },
    { indicator: "gas", title: "Nog op de oude ketel, en dat mag", body: "Onze ketel is van 2012 en doet het goed. We wachten tot hij op is en sparen intussen.", in: "thirties", daysAgo: 52 },
    { indicator: "building_periods", title: "Waarom de hofjes op elkaar lijken", body: "Ze zijn in drie jaar gebouwd door dezelfde aannemer. Wie nu iets uitzoekt over de spouw of het dak, zoekt het meteen uit voor een heel hof.", in: "courtyards", daysAgo: 24 },
    { indicator: "electricity", title: "Onze was draait als de zon schijnt", body: "We hebben panelen sinds 2020. Overdag wassen en laden scheelt ons meer dan een zuiniger apparaat. Wie wil weten hoe we dat instellen, mag het vragen.", in: "courtyards", mine: true, daysAgo: 14 },
    { indicator: "ages", title: "Er wonen weer kinderen op het Gildeplein", body: "Toen wij hier kwamen, waren we de jongsten. Nu staan er op woensdag zes fietsjes voor de deur.", in: "seventies", daysAgo: 40 },
    { indicator: "ownership", title: "Huren en toch iets doen", body: "Van de corporatie mocht ik zelf tochtstrips plakken en een andere kraan. Vraag het gewoon even, ze zeiden meteen ja.", in: "gildeflat", daysAgo: 12 },
  ],
  BU99010102: [
    { indicator: "electricity", title: "Meer stroom door koken op inductie", body: "Wij gingen van het gas af met koken. Je stroom gaat dan wat omhoog. Dat is dus niet per se verspilling.", in: "fifties", daysAgo: 9 },
    { indicator: "building_periods", title: "Onze huizen komen uit één tekening", body: "De straten van 1958 hebben dezelfde plattegrond. De bouwtekening ligt bij mij, kom gerust kijken.", in: "fifties", daysAgo: 28 },
  ],
};
