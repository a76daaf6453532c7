import type { StoryIndicator } from "../../schema/sharing.ts";

/** What the moderator of the cooperative tells a neighbourhood; the newest first, with how many days ago. */
export interface AnnouncementWords {
  title: string;
  body: string;
  daysAgo: number;
  /** The figure of the profile beside which it stands. */
  indicator?: StoryIndicator;
}

export const announcementsOf: Readonly<Record<string, readonly AnnouncementWords[]>> = {
  BU99010101: [
    {
      title: "Inloopavond over isoleren in het buurthuis",
      body: "Donderdag staat vanaf half acht de koffie klaar in het buurthuis aan de Ambachtslaan. Drie bewoners vertellen wat zij aan hun huis deden en wat ze een volgende keer anders zouden doen. Er is niemand die iets verkoopt.\n\nJe hoeft je niet aan te melden. Kun je niet komen? Het verslag zetten we daarna hier.",
      daysAgo: 4,
    },
    {
      title: "De warmtecamera is terug en je kunt hem weer lenen",
      body: "De camera ligt in de bibliotheek. Hij werkt het best als het buiten kouder is dan vijf graden en je binnen al een paar uur stookt. Leen hem voor een avond en geef hem de volgende dag door. Een handleiding van één blad zit in de tas.",
      daysAgo: 19,
      indicator: "gas",
    },
    {
      title: "Wat we hoorden bij de hofjes",
      body: "In het Wevershof en het Smedenhof spraken we 27 bewoners. De meesten willen weten of de spouw al gevuld is. We vragen nu een bedrijf om bij vijf huizen te kijken, met toestemming van de bewoners. De uitkomst komt hier te staan, ook als die tegenvalt.",
      daysAgo: 47,
    },
    {
      title: "Welkom op Buurhof",
      body: "Hier laten buren aan elkaar zien wat ze aan hun huis doen. Jij bepaalt per bericht wie het ziet. De coöperatie kijkt niet mee in wat je met je straat of je huishouden deelt.\n\nVragen of lukt er iets niet? Bel of mail ons gerust.",
      daysAgo: 300,
    },
  ],
  BU99010102: [
    {
      title: "Rondje langs de huizen van 1958",
      body: "Zaterdagochtend lopen we met een bouwkundige door de Korenbloemstraat en de Klaproosstraat. Ze kijkt naar dak, vloer en gevel en vertelt wat bij dit type huis het meeste oplevert. We beginnen om tien uur bij de Klaprooswei.",
      daysAgo: 6,
    },
    {
      title: "Werk aan het spoor in de herfst",
      body: "In twee weekenden wordt er 's nachts gewerkt tussen de overweg en het station. ProRail heeft de bewoners van de Spoorlaan en het Wisselspoor een brief gestuurd. Heb je die niet gekregen en woon je daar wel, laat het ons weten.",
      daysAgo: 31,
    },
    {
      title: "Vragen over de VvE verzameld",
      body: "Veel vragen gaan over wat je in een flat zelf mag beslissen. We hebben ze op een rij gezet en leggen ze voor aan iemand die VvE's begeleidt. De antwoorden delen we met iedereen in Spoorzicht.",
      daysAgo: 72,
    },
    {
      title: "Welkom op Buurhof",
      body: "Ook in Spoorzicht kunnen buren nu aan elkaar laten zien wat ze aan hun huis doen. Begin klein: een regenton telt ook. Jij bepaalt per bericht wie het ziet.",
      daysAgo: 260,
    },
  ],
};
