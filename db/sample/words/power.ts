import { before1985, flats, gardens, rows, young, type Stock } from "./said.ts";

/** Making, keeping and using electricity. */
export const power = {
  solar_panels: {
    experience: [
      { text: "Tien panelen op het zuiden. In de zomer houden we over, van november tot en met januari kopen we bij.", after: 1, in: gardens },
      { text: "De installateur was in één dag klaar. Er moest een extra groep in de meterkast, dat zat gelukkig in de prijs.", in: gardens },
      { text: "Oost en west gelegd omdat ons dak zo ligt. We hebben er 's ochtends en aan het eind van de middag wat aan.", in: gardens },
      { text: "We zetten de wasmachine en de vaatwasser nu aan als de zon schijnt. Dat went snel." },
      { text: "Door de dakkapel passen er maar zes. Toch is onze stroomrekening ongeveer gehalveerd.", after: 1, in: rows },
      { text: "Ze lagen er al toen we het huis kochten. De omvormer is een keer vervangen, verder geen omkijken naar.", by: "previous_owner" },
      { text: "De schoorsteen geeft 's ochtends schaduw, daarom hebben we optimizers genomen. In de app zie je dat het helpt.", in: before1985 },
      { text: "Op het platte dak van de aanbouw, met stenen als ballast. We hebben eerst laten rekenen of het dak het houdt.", in: gardens },
      { text: "Eerst het dak nagekeken en een paar rijen pannen vervangen. In die volgorde, want anders moet alles er weer af.", in: before1985 },
      { text: "De opbrengst is zo'n tien procent lager dan beloofd. De boom voor het huis is sindsdien flink gegroeid.", after: 5, mood: "mixed" },
      { text: "Met vier buren tegelijk besteld. Dat scheelde in prijs en de steiger hoefde maar één keer op te bouwen.", in: rows },
      { text: "Ze liggen er al jaren en leveren nog bijna hetzelfde als in het begin.", until: 2017 },
      { text: "Helemaal zwart, zodat je ze vanaf de straat nauwelijks ziet. Dat vonden we hier belangrijk.", in: ["thirties", "waterside"] },
      { text: "Op het gezamenlijke dak, via de VvE. De lift en de verlichting in de hal draaien er nu voor een groot deel op.", in: ["stationshof"], by: "vve" },
      { text: "Vier panelen op de schuur, dat kon zonder hijswerk. Genoeg voor de koelkast en alles wat de hele dag aanstaat.", in: gardens },
      { text: "De omvormer hangt op zolder en zoemt een beetje. Verder zijn we er heel tevreden over.", in: gardens },
      { text: "Op zonnige middagen valt de omvormer soms even uit, omdat de spanning in de straat te hoog wordt. De netbeheerder weet ervan.", mood: "mixed", since: 2021 },
      { text: "Zes panelen bij de bouw gekregen. Later hebben we er vier bij laten leggen.", in: young },
      { text: "Ik ben er niet handig in, dus mijn dochter heeft de app ingesteld. Nu kijk ik elke dag even." },
      { text: "Een stekkerpaneel aan het balkon. Het is niet veel, maar overdag draait de koelkast erop.", in: flats, by: "self", since: 2022 },
    ],
    differently: [
      { text: "Meteen een grotere omvormer nemen, dan hadden we later kunnen uitbreiden." },
      { text: "Drie offertes vragen. Wij namen de eerste en die bleek duur." },
      { text: "De omvormer niet naast een slaapkamer laten hangen." },
      { text: "Eerst het dak isoleren. Nu moeten de panelen er misschien weer af.", in: before1985 },
      { text: "Laten uitrekenen hoeveel schaduw de boom geeft." },
      { text: "Samen met de buren bestellen, dat scheelt een steiger.", in: rows },
      { text: "Beter afspreken waar de kabel naar beneden komt. Die loopt nu zichtbaar langs de gevel." },
      { text: "Meer panelen nemen. We rijden nu elektrisch en komen stroom tekort.", after: 2, since: 2018 },
      { text: "Gaas langs de randen laten zetten. Er broeden nu kauwen onder.", after: 2, in: gardens },
      { text: "Niets, behalve dat we het eerder hadden moeten doen." },
      { text: "De garantie van de installateur goed lezen. Het bedrijf bestaat inmiddels niet meer.", until: 2019 },
    ],
  },
  home_battery: {
    experience: [
      { text: "Overdag laadt hij op, 's avonds koken we op onze eigen stroom.", since: 2021 },
      { text: "Hij hangt in de berging aan de muur. De ventilator hoor je alleen op warme dagen.", since: 2021, in: gardens },
      { text: "Ik had gehoopt op meer. In de winter doet hij bijna niets.", after: 1, mood: "mixed", since: 2021 },
      { text: "Met een dynamisch contract is het een leuk spelletje geworden. Rijk word je er niet van.", after: 1, mood: "mixed", since: 2022 },
      { text: "De brandweer heeft tips over waar je hem het beste plaatst. Dat hebben we vooraf gelezen.", since: 2021 },
    ],
    differently: [
      { text: "Een kleinere nemen. De helft van het jaar komt hij niet vol." },
      { text: "Controleren of hij samenwerkt met onze omvormer. Dat kostte nu een extra kastje." },
    ],
  },
  charging_point: {
    experience: [
      { text: "Op de oprit, met een slimme laadpaal die wacht tot de panelen genoeg leveren.", in: ["waterside", "nineties"] },
      { text: "De auto staat 's nachts te laden als de stroom goedkoop is." },
      { text: "Er moest een zwaardere aansluiting komen en daar hebben we vier maanden op gewacht.", mood: "mixed", since: 2020 },
      { text: "Paal aan de voorgevel met een kabelgoot over de stoep, in overleg met de gemeente.", in: rows, since: 2022 },
      { text: "In de garage, dus altijd droog. De elektricien was er een halve dag mee bezig.", in: ["waterside", "nineties"] },
      { text: "In de parkeergarage onder het gebouw, geregeld met de VvE. Iedereen krijgt zijn eigen rekening.", in: ["stationshof"], by: "vve" },
      { text: "Drie fasen genomen. Dat is rustiger voor de installatie als ook de inductieplaat aanstaat." },
    ],
    differently: [
      { text: "De loze leiding naar de voortuin meteen meenemen toen de straat open lag." },
      { text: "Een paal kiezen die ook met zonnestroom kan laden." },
      { text: "Eerst nadenken over de plek. De kabel is net te kort als we achteruit inparkeren." },
    ],
  },
} as const satisfies Record<string, Stock>;
