/**
 * The texts under which somebody gives consent; the ledger keeps each as it was shown. A changed text gets a new version
 * here. Stays on the server.
 */
export const consent = {
  versions: { share_measure: "1", share_wish: "1", share_story: "1", share_question: "1", share_answer: "1", share_visit: "1", koploper: "1", join_wish: "1", published_figures: "4", display_name: "1", contact_person: "1", joint_request: "1", purchase_supplier: "1", leave_behind: "1" },
  texts: {
    share_measure: {
      building: "De bewoners van mijn gebouw zien deze maatregel: wat ik erbij invul, de foto's en de naam die ik koos. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      street: "De bewoners van de {{street}} zien deze maatregel en bij welk huis of gebouw hij hoort: wat ik erbij invul, de foto's en de naam die ik koos. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      neighbourhood:
        "De bewoners van {{neighbourhood}} die hun adres hebben bevestigd, zien deze maatregel en bij welk huis of gebouw hij hoort: wat ik erbij invul, de foto's en de naam die ik koos. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
    },
    share_wish: {
      building: "De bewoners van mijn gebouw zien deze wens: wat ik erbij invul en de naam die ik koos. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      street: "De bewoners van de {{street}} zien deze wens en bij welk huis of gebouw hij hoort: wat ik erbij invul en de naam die ik koos. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      neighbourhood:
        "De bewoners van {{neighbourhood}} die hun adres hebben bevestigd, zien deze wens en bij welk huis of gebouw hij hoort: wat ik erbij invul en de naam die ik koos. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
    },
    share_story: {
      building: "De bewoners van mijn gebouw zien dit verhaal bij de cijfers van de buurt: wat ik vertel en de naam die ik koos. Bij welk huis het hoort, staat er niet bij. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      street: "De bewoners van de {{street}} zien dit verhaal bij de cijfers van de buurt: wat ik vertel en de naam die ik koos. Bij welk huis het hoort, staat er niet bij. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      neighbourhood:
        "De bewoners van {{neighbourhood}} die hun adres hebben bevestigd, zien dit verhaal bij de cijfers van de buurt: wat ik vertel en de naam die ik koos. Bij welk huis het hoort, staat er niet bij. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
    },
    share_question: {
      building: "De bewoners van mijn gebouw zien deze vraag: wat ik erbij invul, de foto, of hij over ons gebouw gaat en de naam die ik koos. Bij welk huis hij hoort, staat er niet bij. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      street: "De bewoners van de {{street}} zien deze vraag: wat ik erbij invul, de foto, de plek die ik kies en de naam die ik koos. Bij welk huis hij hoort, staat er niet bij. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      neighbourhood:
        "De bewoners van {{neighbourhood}} die hun adres hebben bevestigd, zien deze vraag: wat ik erbij invul, de foto, de plek die ik kies en de naam die ik koos. Bij welk huis hij hoort, staat er niet bij. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
    },
    share_answer: "Wie deze vraag ziet, ziet ook mijn antwoord: wat ik schrijf, wat ik er eerder had staan en de naam die ik koos. Ik kan het elk moment weghalen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
    share_visit: {
      building: "De bewoners van mijn gebouw zien dat je bij ons kunt komen kijken: wanneer, wat er te zien is en wat ik erbij schrijf. Ons huisnummer zien zij alleen als ik “toon mijn huis” koos. Mijn naam en adres krijgt wie ik ja zeg, tot en met de dag erna. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      street: "De bewoners van de {{street}} zien dat je bij ons kunt komen kijken: wanneer, wat er te zien is en wat ik erbij schrijf. Ons huisnummer zien zij alleen als ik “toon mijn huis” koos. Mijn naam en adres krijgt wie ik ja zeg, tot en met de dag erna. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      neighbourhood: "De bewoners van {{neighbourhood}} die hun adres hebben bevestigd, zien dat je bij ons kunt komen kijken: wanneer, wat er te zien is en wat ik erbij schrijf. Ons huisnummer zien zij alleen als ik “toon mijn huis” koos. Mijn naam en adres krijgt wie ik ja zeg, tot en met de dag erna. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
    },
    koploper: {
      building: "De bewoners van mijn gebouw zien dat ze mij iets mogen vragen: waarover, en wat ik erbij schrijf. Mijn naam en huis zien zij alleen als ik “toon mijn huis” koos; anders alleen mijn straat. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      street: "De bewoners van de {{street}} zien dat ze mij iets mogen vragen: waarover, en wat ik erbij schrijf. Mijn naam en huis zien zij alleen als ik “toon mijn huis” koos; anders alleen mijn straat. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
      neighbourhood: "De bewoners van {{neighbourhood}} die hun adres hebben bevestigd, zien dat ze mij iets mogen vragen: waarover, en wat ik erbij schrijf. Mijn naam en huis zien zij alleen als ik “toon mijn huis” koos; anders alleen mijn straat. Ik kan dit elk moment stoppen; vanaf dan ziet niemand buiten mijn huishouden het meer.",
    },
    join_wish: "Wie deze wens ziet, ziet dat ik meedoe, met de naam die ik koos. Ik kan elk moment stoppen met meedoen.",
    published_figures:
      "Ons huishouden telt mee in openbare cijfers over de hele buurt of wijk. Die gaan over onze maatregelen en wensen, hoe we erbij kwamen en hoe betrokken we willen zijn. Ook over of er na een uitnodiging iets gebeurde, en of we meedoen met een inkoop. We maken elk cijfer eerst een klein beetje onnauwkeurig, zodat niemand er een huishouden uit kan halen. Wij kunnen dit elk moment stoppen; cijfers die al zijn gepubliceerd, blijven bestaan.",
    contact_person: "Bewoners van de straat of het gebouw waarvan ik contactpersoon ben, zien dat ik dat ben, met de naam die ik koos. Ik kan dit elk moment stoppen; vanaf dan ziet niemand het meer.",
    purchase_supplier:
      "De beheerder geeft voor de inkoop “{{purchase}}” aan {{supplier}}: {{fields}}. Verder niets. {{supplier}} gebruikt dit alleen voor deze inkoop en bewaart het tot uiterlijk {{day}}. Van elke keer krijg ik een ontvangstbewijs. Ik kan dit elk moment stoppen; vanaf dan gaat er niets meer naar {{supplier}}, maar wat er al is, halen wij daar niet weg.",
    joint_request:
      "Mijn verhuurder, de corporatie of het VvE-bestuur van mijn gebouw krijgt van dit verzoek: de tekst, waar het over gaat, het aantal huishoudens, en de namen van wie die laat zien. Verder niets. Bewoners van mijn gebouw zien hetzelfde. Ik kan elk moment stoppen met meedoen; de tekst blijft staan zolang anderen meedoen.",
    leave_behind:
      "Als ik verhuis, blijft bij het huis staan dat deze maatregel er is: welke, en van welk jaar. Verder niets: geen naam, geen foto’s, geen woorden en geen bedragen. Alleen wie er woont, ziet dit; buren niet. Ik kan dit veranderen tot ik verhuis, en daarna nog 7 dagen. Dan weten wij ook niet meer van wie het kwam.",
    display_name: "Bij wat ik met buren deel, staat de naam die ik koos. Ik kan hem elk moment veranderen of weghalen; dan staat er weer “iemand uit de {{street}}”.",
  },
} as const;
