import { heating } from "./heating.ts";
import { insulation } from "./insulation.ts";
import { livingAndGreen } from "./living-and-green.ts";
import { power } from "./power.ts";
import type { Stock } from "./said.ts";

const all = { ...insulation, ...heating, ...power, ...livingAndGreen };
/** A kind of measure in the catalogue. */
export type StockKind = keyof typeof all;
/** What residents say, by kind of measure. */
export const stock: Readonly<Record<StockKind, Stock>> = all;

/** What somebody writes about something that is still to come. */
export const plannedWords: readonly string[] = [
  "De offerte is getekend, in het voorjaar komen ze.",
  "Staat voor na de zomer. Ik laat hier weten hoe het gaat.",
  "We hebben twee offertes en twijfelen nog over de uitvoering.",
  "Op de wachtlijst bij het bedrijf, waarschijnlijk na de bouwvak.",
  "Eerst sparen, volgend jaar moet het lukken.",
  "De opname is geweest. We wachten op de tekening.",
  "Samen met twee huizen verderop besteld. Wie nog mee wil, kan zich bij mij melden.",
  "Gepland tegelijk met de verbouwing van de keuken.",
  "De subsidie is aangevraagd.",
  "We gaan het zelf doen in de kerstvakantie.",
  "Na de winter, want nu willen we niet zonder verwarming zitten.",
  "Het materiaal ligt al in de schuur.",
];

/** What somebody writes about something that was taken away again. */
export const removedWords: Readonly<Partial<Record<StockKind, readonly string[]>>> = {
  solar_boiler: ["Na twintig jaar lek. We hebben op die plek zonnepanelen laten leggen.", "Weggehaald bij het nieuwe dak. Hij was op."],
  rain_barrel: ["Kapotgevroren. Ik was vergeten hem leeg te laten lopen."],
  home_battery: ["Verkocht toen we een ander contract kregen. Voor ons verbruik was hij te groot."],
  sun_shading: ["Afgewaaid in de storm van februari. Er komt een screen voor terug."],
  green_garden: ["De klimop zat in de voegen. Er groeit nu een roos langs een rek."],
};
