/** Purchases of the sample. All suppliers are made up, and say so. */
export const purchases = {
  open: {
    title: "Samen zonnepanelen in het Hofkwartier", kinds: ["solar_panels"], supplier: "Zonnedak Voorbeeld B.V. (verzonnen)",
    body: "Acht tot twaalf panelen per huis, met omvormer en plaatsing. De installateur komt eerst kijken. Daarna krijg je een aanbod voor jouw dak, en beslis je rustig.",
    why: "Drie bedrijven deden mee. Dit bedrijf gaf de langste garantie, en buren konden bij eerder werk komen kijken.",
    tiers: [[1, 520_000], [15, 495_000], [25, 470_000]],
  },
  prolonged: {
    title: "Spouwmuren isoleren: tweede kans", kinds: ["cavity_insulation"], supplier: "Warme Muur Voorbeeld (verzonnen)",
    body: "Voor huizen met een lege spouw. Er komt eerst iemand met een camera kijken, ook of er vleermuizen wonen.",
    why: "Dit bedrijf kijkt vooraf met een camera en onderzoekt of er dieren in de muur wonen.",
    tiers: [[1, 210_000], [20, 189_000]],
  },
  reached: {
    title: "Hybride warmtepompen, eerste ronde", kinds: ["heat_pump_hybrid"], supplier: "Stille Pomp Voorbeeld (verzonnen)",
    body: "Een warmtepomp naast de cv-ketel. Met inregelen van de radiatoren en een uitleg aan huis.",
    why: "Het stilste toestel, en een monteur die uit de streek komt.",
    tiers: [[1, 640_000], [8, 599_000]],
  },
  cancelled: {
    title: "Nieuw glas voor de voorkant", kinds: ["glazing"], supplier: "Helder Glas Voorbeeld (verzonnen)",
    body: "Dubbel glas vervangen door beter glas, met nieuwe ventilatieroosters.",
    why: "De enige met een offerte voor oude kozijnen.",
    tiers: [[1, 380_000], [20, 345_000]],
  },
  failed: {
    title: "Thuisbatterijen", kinds: ["home_battery"], supplier: "Accu Voorbeeld B.V. (verzonnen)",
    body: "Een batterij van vijf kilowattuur naast de meterkast.",
    why: "Kon als enige voor de winter leveren.",
    tiers: [[1, 410_000], [10, 385_000]],
  },
  finished: {
    title: "Regentonnen in alle tuinen", kinds: ["rain_barrel"], supplier: "Ton en Trechter Voorbeeld (verzonnen)",
    body: "Een houten ton met vulautomaat, thuisgebracht.",
    why: "Hout uit de streek, en zonder winst ingekocht.",
    tiers: [[1, 9_500], [12, 7_950]],
  },
} as const;
export const checks = [
  { question: "Ligt je dak in de zon?", kind: "yes_no" },
  { question: "Hoeveel groepen zijn er vrij in je meterkast?", kind: "number" },
  { question: "Is er iets aan je huis dat de installateur moet weten?", kind: "text" },
] as const;
export const photoCheck = { question: "Een foto van de buitenmuur, met de voegen goed in beeld", kind: "photo" } as const;
export const rules = {
  contracting_party: "Je sluit de overeenkomst met de leverancier. De coöperatie is geen partij.",
  commission: "De coöperatie krijgt 25 euro per geleverd huis, voor de zaal en de brieven.",
  criteria: "Prijs (40 punten), garantie (30 punten), ervaringen van buren (30 punten)",
  interests: "De drie bewoners die kozen, verdienen er niet aan en kopen zelf op dezelfde voorwaarden mee.",
};
export const news = { title: "Informatieavond in het buurthuis", body: "Donderdag om half acht laat de installateur een paneel zien. Vragen stellen mag, bestellen hoeft niet." };
export const reviews = ["Netjes gewerkt en alles uitgelegd.", "Een dag later dan afgesproken, maar goed gedaan.", null];
export const moreRoom = "De leverancier kan niet meer dan zestig huizen doen. Dat wisten we niet toen de inkoop openging.";
export const failed = "De leverancier is failliet verklaard. Wie iets vooruit betaalde, kan zich melden bij de beheerder.";
