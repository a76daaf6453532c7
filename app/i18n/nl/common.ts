export const common = {
  demo: "Voorbeeld: buurt en bewoners zijn verzonnen.",
  demoLabel: "Over dit voorbeeld",
  nav: {
    main: "Hoofdmenu",
    skip: "Naar de inhoud",
    map: "Kaart",
    neighbourhood: "Buurt",
    home: "Mijn huis",
    more: "Meer",
    moderation: "Beheer",
    logIn: "Inloggen",
  },
  form: {
    optional: "mag je overslaan",
    checkThis: "Kijk dit nog even na",
    step: "Stap {{step}} van {{of}}",
    save: "Bewaren",
  },
  audience: {
    household: "Alleen mijn huishouden",
    building: "Mijn gebouw",
    street: "Mijn straat",
    neighbourhood: "Mijn buurt",
  },
  problem: {
    missingTitle: "Deze pagina is er niet",
    missingText: "Misschien klopt het adres niet, is dit weggehaald, of is het niet met jou gedeeld.",
    brokenTitle: "Er ging iets mis bij ons",
    brokenText: "Dat ligt niet aan jou. Probeer het over een paar minuten nog eens. Wat je eerder bewaarde, is er nog.",
    home: "Naar het begin",
  },
};
