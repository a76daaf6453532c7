import type { Horizon, Obstacle } from "../../schema/sharing.ts";
import type { Cluster } from "../town/town.ts";
import { before1985, flats, gardens, rows } from "./said.ts";

/** A wish for the home, in the words of somebody who has it, and where it would be true. */
export interface HomeWish {
  text: string;
  in?: readonly Cluster[];
  horizon?: Horizon;
  holdingBack?: readonly Obstacle[];
}

/** Wishes of people who may decide themselves, by kind of measure. */
export const homeWishes: Readonly<Record<string, readonly HomeWish[]>> = {
  heat_pump_hybrid: [
    { text: "Onze ketel is van 2011. Als hij het begeeft wil ik niet halsoverkop weer een nieuwe.", horizon: "few_years" },
    { text: "Wie heeft er een in een huis zoals dit en hoor je hem in de slaapkamer?", in: rows, holdingBack: ["disruption"] },
    { text: "Ik wacht de eerste winter van mijn buren af.", horizon: "few_years", holdingBack: ["knowhow"] },
    { text: "We willen eerst weten of onze muren goed genoeg zijn.", in: before1985, holdingBack: ["knowhow", "cost"] },
    { text: "Waar laat je het buitendeel als je maar een kleine tuin hebt?", in: rows, holdingBack: ["looks"] },
    { text: "Offertes lopen ver uiteen. Ik zoek iemand die meekijkt.", horizon: "this_year", holdingBack: ["knowhow"] },
  ],
  heat_pump_air: [
    { text: "Op termijn helemaal van het gas af, maar dan wel in één keer goed.", horizon: "someday", holdingBack: ["cost"] },
    { text: "Met vloerverwarming beneden zou het moeten kunnen. Ik zoek iemand die het echt heeft doorgerekend.", in: ["waterside", "nineties", "eighties"], holdingBack: ["knowhow"] },
    { text: "Alleen als hij niet te horen is op het terras van de buren.", in: gardens, holdingBack: ["disruption"] },
  ],
  heat_pump_ground: [{ text: "Lijkt ons het mooist, maar de boring is een grote uitgave.", in: ["waterside"], horizon: "someday", holdingBack: ["cost"] }],
  solar_panels: [
    { text: "Ons dak ligt op het oosten. Heeft iemand daar ervaring mee?", in: gardens, holdingBack: ["knowhow"] },
    { text: "Nu de regels veranderen twijfel ik of het nog loont.", holdingBack: ["cost"] },
    { text: "Graag samen met de rij, dan staat de steiger er maar één keer.", in: rows, horizon: "this_year" },
    { text: "Eerst moet het dak vernieuwd worden.", in: before1985, horizon: "few_years", holdingBack: ["cost"] },
    { text: "De VvE heeft het op de agenda gezet. Ik hoop op een ja.", in: ["spoorflat"], holdingBack: ["vve"] },
    { text: "Misschien een paneel aan het balkon, als dat mag.", in: ["spoorflat", "stationshof"], holdingBack: ["vve", "looks"] },
  ],
  roof_insulation: [
    { text: "In de zomer is het boven niet uit te houden.", horizon: "this_year" },
    { text: "De zolder staat vol. Eerst opruimen, dan isoleren.", in: gardens, holdingBack: ["time"] },
    { text: "Van binnen of van buiten? Ik kom er niet uit.", in: before1985, holdingBack: ["knowhow"] },
    { text: "Tegelijk met nieuwe dakpannen, over een jaar of drie.", in: before1985, horizon: "few_years", holdingBack: ["cost"] },
  ],
  cavity_insulation: [
    { text: "Wie weet of er bij ons iets in de spouw zit?", in: ["fifties", "thirties", "courtyards", "seventies"], holdingBack: ["knowhow"] },
    { text: "Als we het met de hele rij doen, doe ik meteen mee.", in: rows, horizon: "this_year" },
    { text: "We wachten nog op het onderzoek naar vleermuizen.", in: before1985, horizon: "this_year", holdingBack: ["time"] },
  ],
  facade_insulation: [
    { text: "Wij hebben geen spouw, dus het zal van binnen moeten. Daar zie ik tegenop.", in: ["thirties"], holdingBack: ["disruption", "cost"] },
    { text: "De kopgevel is in de winter ijskoud. Is er iemand die een voorzetwand heeft?", in: [...rows], holdingBack: ["knowhow"] },
  ],
  floor_insulation: [
    { text: "De kruipruimte is laag. Zou het toch kunnen?", in: before1985, holdingBack: ["knowhow"] },
    { text: "Koude voeten, elke winter weer.", in: before1985, horizon: "this_year", holdingBack: ["time"] },
    { text: "Er staat soms water onder het huis. Eerst uitzoeken waar dat vandaan komt.", in: before1985, holdingBack: ["knowhow"] },
  ],
  glazing: [
    { text: "Boven hebben we nog enkel glas.", in: ["thirties", "fifties", "courtyards"], horizon: "this_year", holdingBack: ["cost"] },
    { text: "Ik wil de oude raampjes houden. Welk glas past daarin?", in: ["thirties"], holdingBack: ["looks"] },
    { text: "Het dubbele glas is van 1985 en beslaat van binnen.", in: ["courtyards", "seventies", "eighties", "spoorflat"], horizon: "few_years" },
    { text: "Tegelijk met het schilderwerk, dat moet toch.", in: gardens, horizon: "few_years", holdingBack: ["cost"] },
  ],
  induction: [
    { text: "Als de keuken aan de beurt is, gaat het gas eruit.", horizon: "few_years", holdingBack: ["cost"] },
    { text: "Onze meterkast is nog met stoppen. Ik heb geen idee wat dat kost.", in: ["thirties", "fifties", "courtyards"], holdingBack: ["knowhow", "cost"] },
    { text: "Ik zou het eerst een weekend willen proberen.", holdingBack: ["knowhow"] },
  ],
  home_battery: [
    { text: "Interessant, maar ik wacht tot de prijzen dalen.", in: gardens, horizon: "someday", holdingBack: ["cost"] },
    { text: "Liever samen een grote voor de straat dan ieder een kleine.", in: gardens, horizon: "someday", holdingBack: ["knowhow"] },
  ],
  charging_point: [
    { text: "We kunnen niet voor de deur parkeren. Een kabel over de stoep lijkt me niets.", in: rows, holdingBack: ["other"] },
    { text: "De volgende auto wordt elektrisch.", in: ["waterside", "nineties", "recent"], horizon: "few_years" },
    { text: "De paal in de garage is bijna altijd bezet. Er zouden er meer mogen komen.", in: ["stationshof"], holdingBack: ["vve"] },
  ],
  ventilation: [
    { text: "Sinds het nieuwe glas is het klam in de slaapkamer.", in: before1985, horizon: "this_year", holdingBack: ["knowhow"] },
    { text: "De box op zolder maakt lawaai. Ik wil een stille.", in: ["courtyards", "seventies", "eighties", "nineties"], horizon: "few_years" },
  ],
  sun_shading: [
    { text: "Vorige zomer was het binnen 31 graden.", horizon: "this_year", holdingBack: ["cost"] },
    { text: "Liefst iets wat bij het gebouw past.", in: ["spoorflat", "stationshof"], holdingBack: ["vve", "looks"] },
  ],
  green_roof: [{ text: "Op de schuur, als iemand een keer wil helpen tillen.", in: gardens, horizon: "this_year", holdingBack: ["time"] }],
  rain_barrel: [{ text: "Er staat nu niets onder de regenpijp. Zonde van het water.", in: gardens, horizon: "this_year", holdingBack: ["time"] }],
  green_garden: [
    { text: "De voortuin is nu helemaal betegeld. Waar kun je met die tegels naartoe?", in: gardens, horizon: "this_year", holdingBack: ["time"] },
    { text: "Een geveltuin, maar mag dat hier zomaar?", in: rows, holdingBack: ["knowhow"] },
  ],
  shower_heat_recovery: [{ text: "De badkamer komt over twee jaar, dan wil ik dit erin.", horizon: "few_years" }],
  low_temperature_radiators: [{ text: "Welke maten hebben jullie genomen in de voorkamer?", in: before1985, holdingBack: ["knowhow"] }],
  heating_balance: [{ text: "Wie kan me laten zien hoe je radiatoren inregelt?", in: [...before1985, ...flats], horizon: "this_year", holdingBack: ["knowhow"] }],
};

/** Wishes of tenants of the housing corporation, who have to ask. */
export const tenantWishes: Readonly<Record<string, readonly HomeWish[]>> = {
  facade_insulation: [
    { text: "De muur bij de galerij is koud en soms nat. Ik hoop dat de corporatie er iets aan doet.", holdingBack: ["landlord"], horizon: "few_years" },
    { text: "Bij de andere flat in de stad is de gevel ingepakt. Dat zouden wij hier ook graag zien.", holdingBack: ["landlord"] },
  ],
  solar_panels: [
    { text: "Zo'n groot plat dak en er ligt niets. Ik betaal graag mee via de servicekosten.", holdingBack: ["landlord"] },
    { text: "Een paneel aan het balkon, als de verhuurder het goed vindt.", holdingBack: ["landlord", "cost"] },
  ],
  ventilation: [
    { text: "In de badkamer komt de schimmel steeds terug. Ik heb het al twee keer gemeld.", holdingBack: ["landlord"], horizon: "this_year" },
    { text: "Roosters die je zelf open en dicht kunt doen.", holdingBack: ["landlord"] },
  ],
  induction: [
    { text: "Ik wil van het gas af koken. Er moet alleen een andere aansluiting komen.", holdingBack: ["landlord", "cost"], horizon: "few_years" },
    { text: "Met kinderen op de vierde verdieping liever geen open vuur.", holdingBack: ["landlord"] },
  ],
  sun_shading: [
    { text: "Aan de zuidkant is het in de zomer te heet om te slapen.", holdingBack: ["landlord", "cost"], horizon: "this_year" },
    { text: "Een scherm dat bij alle balkons hetzelfde is, dan blijft het netjes.", holdingBack: ["landlord"] },
  ],
  glazing: [{ text: "Alleen de slaapkamers hebben nog oud glas. Wanneer is ons blok aan de beurt?", holdingBack: ["landlord"], horizon: "few_years" }],
  draught_proofing: [{ text: "De voordeur sluit niet goed. Zelf strips plakken helpt maar even.", holdingBack: ["landlord"], horizon: "this_year" }],
  heating_balance: [{ text: "Bij mij wordt de slaapkamer niet warm en bij de buren is het te heet.", holdingBack: ["landlord"], horizon: "this_year" }],
  heat_pump_hybrid: [{ text: "Als de ketels vervangen worden, doe het dan meteen goed.", holdingBack: ["landlord"], horizon: "few_years" }],
};
