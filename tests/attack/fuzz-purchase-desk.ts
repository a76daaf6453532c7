import type { Form } from "./fuzz-forms.ts";

const rules = {
  drempel: ["2"], capaciteit: ["10", ""], "laatste-dag": ["{next week}"], onder: ["prolong", "cancel"], "verlengd-tot": ["{in two months}"], terugtrekken: ["price_stays", "price_follows"], bedenktijd: ["contract", "delivery"],
  "vanaf[]": ["1"], "prijs[]": ["4.500,00", "100"], "btw[]": ["780,99", "0"], partij: ["De leverancier"], provisie: ["Geen"], criteria: ["Prijs en garantie"], belangen: ["Geen"], "velden[]": ["name", "email", "answers"], bewaren: ["{next year}"],
};
const concept = {
  titel: ["Isolatieglas voor de buurt"], tekst: ["Samen is goedkoper.\r\nKom erbij.", ""], "soorten[]": ["glazing"], "buurten[]": ["{neighbourhood}"], "woningen[]": ["terraced", "flat"], "voor[]": ["owners", "tenants"], ronde: ["1"],
  "vraag[]": ["Is het glas enkel?"], "soort[]": ["yes_no", "number", "text"], ...rules,
};
const step = { reden: ["", "technical", "no_answer"], woorden: ["We bellen nog.", ""], dag: ["", "{next week}"] };

/** Forms of moderators about buying together, when everything is as it should be. */
export const purchaseDeskForms: Record<string, Form> = {
  "/beheer/inkopen/nieuw": { as: "moderator", fields: concept },
  "/beheer/inkopen/:id/wijzigen": { as: "moderator", fields: concept },
  "/beheer/inkopen/:id/weggooien": { as: "moderator", fields: {} },
  "/beheer/inkopen/:id/openen": { as: "moderator", fields: {} },
  "/beheer/inkopen/:id/leverancier": { as: "moderator", fields: { naam: ["Glas Voorbeeld"], waarom: ["De beste garantie."] } },
  "/beheer/inkopen/:id/regels": { as: "moderator", fields: { waarom: ["Meer tijd nodig."], ...rules } },
  "/beheer/inkopen/:id/regels/terug": { as: "moderator", fields: {} },
  "/beheer/inkopen/:id/stoppen": { as: "moderator", fields: { hoe: ["cancelled", "supplier_failed"], reden: ["no_capacity", "other"], woorden: ["Het lukt niet.", ""] } },
  "/beheer/inkopen/:id/stappen": { as: "moderator", fields: { van: ["interest"], naar: ["suitability", "lapsed"], "wie[]": ["{desk board sign up}"], ...step } },
  "/beheer/inkopen/:id/berichten": { as: "moderator", fields: { stap: ["interest"], bericht: ["De installateur komt.\r\nTot dan.", "Hoi"] } },
  "/beheer/inkopen/:id/nieuws": { as: "moderator", fields: { titel: ["Nieuws over het glas"], nieuws: ["Het komt in mei."] } },
  "/beheer/inkopen/:id/aanbiedingen": { as: "moderator", fields: { bestand: [""] }, elsewhere: true },
  "/beheer/inkopen/:id/aanbiedingen/inlezen": { as: "moderator", fields: { regels: ["kenmerk;prijs_met_btw;waarvan_btw;geldig_tot\r\n{desk reference};4250,00;0;{next week}", "kenmerk"] } },
  "/beheer/inkopen/:id/leveranciersbestand/ophalen": { as: "moderator", fields: { vorm: ["csv", "xlsx"] } },
  "/beheer/inkopen/aanmelding/:id": { as: "moderator", fields: { naar: ["suitability", "unsuitable"], ...step } },
  "/beheer/inkopen/aanmelding/:id/bezoek": { as: "moderator", fields: { dag: ["{next week}"] } },
  "/beheer/inkopen/aanmelding/:id/notitie": { as: "moderator", fields: { notitie: ["Belt terug."] } },
};

/** What its pages need to know in their address. */
export const purchaseDeskQueries: Record<string, string> = { "/beheer/inkopen/:id/stappen": "van=interest&naar=suitability" };

/** Whose ids belong in an address; the first that matches counts. */
export const purchaseDeskParameters: [RegExp, string][] = [
  [/^\/beheer\/inkopen\/aanmelding\/:id\/bezoek/, "{desk sign up to visit}"],
  [/^\/beheer\/inkopen\/aanmelding\//, "{desk sign up}"],
  [/^\/beheer\/inkopen\/:id\/weggooien/, "{desk concept to drop}"],
  [/^\/beheer\/inkopen\/:id\/openen/, "{desk concept to open}"],
  [/^\/beheer\/inkopen\/:id\/wijzigen/, "{desk concept to change}"],
  [/^\/beheer\/inkopen\/:id\/leverancier$/, "{desk purchase without supplier}"],
  [/^\/beheer\/inkopen\/:id\/regels\/terug/, "{desk purchase with proposal}"],
  [/^\/beheer\/inkopen\/:id\/stoppen/, "{desk purchase to stop}"],
  [/^\/beheer\/inkopen\//, "{desk purchase}"],
];
