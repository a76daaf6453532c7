import { before1985, flats, gardens, rows, seventies, young, type Stock } from "./said.ts";

/** Heat pumps, hot water, radiators and setting them well. */
export const heating = {
  heat_pump_hybrid: {
    experience: [
      { text: "De ketel springt alleen nog bij als het vriest. De rest van de tijd doet de warmtepomp het alleen.", after: 1 },
      { text: "Het buitendeel staat op het dak van de berging. Binnen hoor je niets, in de tuin een zacht gezoem.", in: gardens },
      { text: "Ons gasverbruik is met ongeveer zestig procent gedaald. Het stroomverbruik ging omhoog, maar per saldo zijn we goedkoper uit.", after: 1 },
      { text: "De radiatoren konden blijven. Alleen in de badkamer hebben we een grotere genomen." },
      { text: "Je moet wennen aan gelijkmatig stoken. Niet meer 's nachts terug naar vijftien graden." },
      { text: "De installateur kwam drie keer terug om hem goed af te stellen. Nu loopt hij prima.", mood: "mixed" },
      { text: "Geplaatst in één dag, met een dag voor de elektra. We hadden nog een vrije groep." },
      { text: "De ketel was twaalf jaar oud en moest toch vervangen. Toen was de keuze snel gemaakt." },
      { text: "Het is gelukt zonder grote verbouwing. Eerst hadden we het dak en de muren gedaan, dat is wel nodig.", in: before1985 },
      { text: "De buren hebben gevraagd of we hem 's nachts zachter konden zetten. Met de stille stand is dat opgelost.", mood: "mixed", in: rows },
      { text: "Ik had verwacht dat het huis minder warm zou worden. Het tegendeel is waar, het is overal even warm." },
      { text: "Subsidie aanvragen viel mee. Rekening, meldcode en een foto, en een maand later stond het op de rekening.", since: 2021 },
      { text: "Het kastje laat zien hoeveel stroom hij gebruikt. Ik kijk er vaker op dan nodig is." },
      { text: "Bij strenge vorst gaat hij vaak ontdooien en zie je een wolk stoom. De eerste keer schrokken we ervan.", after: 1 },
    ],
    differently: [
      { text: "Het buitendeel verder van het slaapkamerraam zetten." },
      { text: "Eerst isoleren en dan pas kiezen hoe groot de warmtepomp moet zijn." },
      { text: "Waterzijdig inregelen meteen laten doen in plaats van een jaar later.", after: 2 },
      { text: "Een rubberen opstelling onder het buitendeel. Het trilde eerst door in de muur." },
      { text: "Meteen voor een volledige gaan. Over een paar jaar moeten we nu weer een keuze maken." },
      { text: "Doorvragen naar het geluid. In de folder staat niet wat je in de tuin hoort." },
      { text: "De instellingen zelf leren. De eerste winter stond de stooklijn veel te hoog.", after: 1 },
    ],
  },
  heat_pump_air: {
    experience: [
      { text: "Sinds de winter zijn we van het gas af. De meter is weggehaald en de keuken heeft een kastje extra.", after: 1 },
      { text: "De buitenunit staat achter in de tuin op een betonnen plaat. Met een omkasting hoor je hem nauwelijks.", in: gardens },
      { text: "De boiler neemt wel ruimte in. De wasmachine is daarvoor naar zolder verhuisd." },
      { text: "Het huis was er klaar voor: vloerverwarming beneden en overal goed glas. Zonder dat zou ik er niet aan beginnen.", in: [...young, "waterside"] },
      { text: "Zat er al in bij oplevering. In de zomer koelt hij ook een beetje, dat is heerlijk.", in: ["recent", "stationshof"], by: "previous_owner" },
      { text: "De eerste maanden waren zoeken naar de goede stooklijn. Nu kijken we er niet meer naar om.", after: 1, mood: "mixed" },
      { text: "Onze jaarrekening is lager dan toen we gas hadden, ook met een koude januari erbij.", after: 1 },
      { text: "Douchen met vier mensen achter elkaar gaat, maar de laatste moet niet treuzelen.", mood: "mixed" },
    ],
    differently: [
      { text: "Een groter boilervat nemen." },
      { text: "De plek van de buitenunit eerst met de buren bespreken. Dat hebben we nu achteraf gedaan." },
      { text: "Niet in november beginnen. We zaten vier dagen zonder verwarming." },
      { text: "Een warmteverliesberekening vragen die ook echt per kamer is gemaakt." },
    ],
  },
  heat_pump_ground: {
    experience: [
      { text: "Twee boringen van tachtig meter in de voortuin. Een week modder, daarna stilte.", in: ["waterside", "nineties"] },
      { text: "Je hoort buiten helemaal niets. Voor ons was dat de reden om voor de bodem te kiezen.", in: ["waterside", "nineties"] },
      { text: "In de zomer koelen we met water uit de bodem. Kost bijna geen stroom.", after: 1, in: ["waterside", "nineties"] },
      { text: "Een flinke uitgave, maar we willen hier oud worden.", in: ["waterside", "nineties"] },
    ],
    differently: [
      { text: "De tuin pas na de boring laten aanleggen." },
      { text: "Eerder bij de provincie informeren, de melding kostte tijd." },
    ],
  },
  heat_network: {
    experience: [
      { text: "Wij hebben stadsverwarming vanaf de bouw. Altijd warm water, en geen ketel in huis.", in: ["stationshof"], by: "previous_owner" },
      { text: "Prima comfort, maar op de prijs heb je zelf geen invloed.", mood: "mixed", in: ["stationshof"], by: "previous_owner" },
      { text: "De afleverset zit in de gangkast. Eens per jaar komt er iemand kijken.", in: ["stationshof"], by: "previous_owner" },
    ],
    differently: [{ text: "Bij de oplevering meteen laten uitleggen hoe de thermostaat per kamer werkt.", in: ["stationshof"] }],
  },
  solar_boiler: {
    experience: [
      { text: "Van april tot september douchen we op de zon. De ketel slaat dan niet aan voor warm water.", after: 1 },
      { text: "Twee collectoren naast de zonnepanelen. Het vat staat op zolder, daar moet je wel de ruimte voor hebben." },
      { text: "Hij ligt er al lang en heeft één keer nieuwe vloeistof gekregen. Verder geen onderhoud gehad.", until: 2015 },
      { text: "Met een gezin van vijf haal je het er zo uit." },
      { text: "Mooi systeem, maar nu zou ik het dak liever vol panelen leggen.", mood: "mixed" },
    ],
    differently: [
      { text: "De leidingen beter isoleren tussen zolder en badkamer." },
      { text: "Vooraf bedenken of je die plek op het dak niet voor stroom wilt." },
    ],
  },
  low_temperature_radiators: {
    experience: [
      { text: "Met ventilatortjes erin. Ze worden maar lauw en toch is de kamer warm." },
      { text: "De oude ledenradiatoren eruit, dat ging me aan het hart. Maar de ketel staat nu op vijftig graden.", in: ["thirties"] },
      { text: "Drie stuks beneden, de rest is gebleven. Voor boven was het niet nodig." },
      { text: "De ventilatoren hoor je op de hoogste stand. Op stand één merk je ze niet.", mood: "mixed" },
      { text: "Dunner dan de oude, dus de bank kan nu tegen de muur." },
      { text: "Ze moesten op stroom, dus er liggen nu nette kabelgootjes langs de plint." },
    ],
    differently: [
      { text: "Stopcontacten laten maken voordat het behang erop zat." },
      { text: "Eerst de stooktemperatuur verlagen en kijken welke kamers koud blijven. Wij hebben er één te veel gekocht." },
      { text: "Nieuwe thermostaatkranen erbij nemen." },
    ],
  },
  underfloor_heating: {
    experience: [
      { text: "Ingefreesd in de betonvloer, in anderhalve dag. Overal stof, maar wat een comfort.", in: [...seventies, "eighties", ...young] },
      { text: "De hele benedenverdieping is nu even warm en er staat geen radiator meer in de weg." },
      { text: "Gelegd bij de aanbouw van de keuken. De woonkamer heeft nog radiatoren en dat werkt samen goed.", in: before1985 },
      { text: "Opwarmen duurt lang. Je zet hem niet even aan, hij staat gewoon altijd op twintig.", mood: "mixed" },
      { text: "Zat er vanaf de bouw in.", in: ["recent", "nineties", "stationshof"], by: "previous_owner" },
      { text: "Droogbouw op de houten vloer, met een dunne plaat erop. Het is vijf centimeter hoger geworden.", in: ["thirties", "fifties"] },
    ],
    differently: [
      { text: "De leidingen dichter bij elkaar laten leggen, met het oog op een warmtepomp." },
      { text: "Ook onder de trap leggen. Daar is het nu koud." },
      { text: "Een zuinige pomp nemen. De oude draaide dag en nacht.", until: 2018 },
    ],
  },
  heating_balance: {
    experience: [
      { text: "De ketel stond op tachtig graden. Op zestig blijft het huis net zo warm en dat kost niets.", by: "self" },
      { text: "Alle radiatoren ingeregeld met een clipthermometer en een filmpje. De slaapkamer is niet meer de warmste kamer.", by: "self" },
      { text: "Iemand van de coöperatie heeft het voorgedaan. Nu weet ik zelf hoe het moet.", since: 2022 },
      { text: "De comfortstand van het warme water uitgezet. Het duurt tien tellen langer en scheelt gas.", by: "self" },
      { text: "De installateur heeft het bij het onderhoud meegenomen. Het fluiten in de leidingen is weg.", by: "company" },
      { text: "In ons hoekappartement bleef één kamer koud. Na het inregelen is dat over.", in: flats },
      { text: "Een oude pomp vervangen door een zuinige. Dat scheelt alleen al op de stroomrekening." },
      { text: "Was een gepuzzel, en bij de verste radiator lukt het nog steeds niet helemaal.", mood: "mixed", by: "self" },
    ],
    differently: [
      { text: "Beginnen met ontluchten en bijvullen. Dat had de helft al opgelost." },
      { text: "Opschrijven hoe alles stond voordat je begint te draaien." },
      { text: "Voetventielen laten plaatsen, zonder kun je eigenlijk niet inregelen." },
    ],
  },
} as const satisfies Record<string, Stock>;
