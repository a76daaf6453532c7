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

const plannedWords: readonly { text: string; kinds?: readonly StockKind[] }[] = [
  { text: "De offerte is getekend, in het voorjaar komen ze." },
  { text: "Staat voor na de zomer. Ik laat hier weten hoe het gaat." },
  { text: "We hebben twee offertes en twijfelen nog over de uitvoering." },
  { text: "Op de wachtlijst bij het bedrijf, waarschijnlijk na de bouwvak." },
  { text: "De subsidie is aangevraagd, nu nog een datum.", kinds: ["roof_insulation", "cavity_insulation", "floor_insulation", "glazing", "heat_pump_hybrid"] },
  { text: "Een bedrijf is komen kijken en heeft foto's gemaakt. We wachten op de prijs.", kinds: ["roof_insulation", "floor_insulation", "cavity_insulation", "glazing", "solar_panels"] },
  { text: "Samen met twee huizen verderop. Wie nog mee wil, kan het mij vragen.", kinds: ["cavity_insulation", "floor_insulation", "solar_panels", "glazing"] },
  { text: "Tegelijk met de nieuwe keuken.", kinds: ["induction", "underfloor_heating", "ventilation"] },
  { text: "Als de badkamer aan de beurt is.", kinds: ["shower_heat_recovery", "ventilation"] },
  { text: "Het materiaal ligt al in de schuur.", kinds: ["draught_proofing", "green_roof", "rain_barrel", "green_garden"] },
  { text: "We gaan het zelf doen, in een lang weekend.", kinds: ["draught_proofing", "green_roof", "green_garden", "roof_insulation", "heating_balance"] },
  { text: "Na de winter, want nu willen we niet zonder verwarming zitten.", kinds: ["heat_pump_hybrid", "heat_pump_air", "low_temperature_radiators", "underfloor_heating"] },
  { text: "De schilder komt in mei, dan gaat het in één moeite door.", kinds: ["glazing", "insulated_door", "draught_proofing"] },
  { text: "De oude ketel mag nog één winter mee.", kinds: ["heat_pump_hybrid", "heat_pump_air"] },
  { text: "Eerst het dak, dan de panelen.", kinds: ["solar_panels"] },
];

const doneByOneself: readonly StockKind[] = ["draught_proofing", "rain_barrel", "green_garden", "heating_balance"];

/** What somebody may write about a measure of this kind that is still to come. */
export const plannedFor = (kind: StockKind) => plannedWords.filter(({ kinds }) => (kinds ? kinds.includes(kind) : !doneByOneself.includes(kind)));

/** What somebody writes about something that was taken away again. */
export const removedWords: Readonly<Partial<Record<StockKind, readonly string[]>>> = {
  solar_boiler: ["Na twintig jaar lek. We hebben op die plek zonnepanelen laten leggen.", "Weggehaald bij het nieuwe dak. Hij was op."],
  rain_barrel: ["Kapotgevroren. Ik was vergeten hem leeg te laten lopen."],
  home_battery: ["Verkocht toen we een ander contract kregen. Voor ons verbruik was hij te groot."],
  sun_shading: ["Afgewaaid in de storm van februari. Er komt een screen voor terug."],
  green_garden: ["De klimop zat in de voegen. Er groeit nu een roos langs een rek."],
};
