import type { Form } from "./fuzz-forms.ts";

const words = ["Het past nu niet.", ""];

/** What a helper enters about a purchase. */
export const paperFields: Record<string, string[]> = {
  inkoop: ["{paper purchase}"], voor: ["owner", "tenant"], regels: ["1"], naam: ["M. Voorbeeld", ""], telefoon: ["0201234567", ""], mail: [""], getekend: ["{today}"], "handtekening[]": ["ja"], antwoord1: ["ja", "nee"],
  leverancier: ["ja", "nee"], versie: ["1"], "achttien[]": ["ja"], antwoord: ["ja", "nee"], herroepen: ["{today}"], "zeker[]": ["ja"],
};

/** Forms about buying together, when everything is as it should be. */
export const purchaseForms: Record<string, Form> = {
  "/samen-inkopen/:id/aanmelden": { as: "resident", fields: { voor: ["owner", "tenant"], regels: ["1"], akkoord: ["ja"] } },
  "/samen-inkopen/aanmelding/:id/huis": { as: "resident", fields: { antwoord1: ["ja", "nee"] } },
  "/samen-inkopen/aanmelding/:id/foto/:check": { as: "resident", fields: {}, elsewhere: true },
  "/samen-inkopen/aanmelding/:id/foto/:check/verwijdering": { as: "resident", fields: {} },
  "/samen-inkopen/aanmelding/:id/leverancier": { as: "resident", fields: { naam: ["M. Voorbeeld"], mail: ["m@voorbeeld.example"], telefoon: ["0612345678"], akkoord: ["ja"] } },
  "/samen-inkopen/aanmelding/:id/leverancier-stoppen": { as: "resident", fields: {} },
  "/samen-inkopen/aanmelding/:id/bestellen": { as: "resident", fields: { versie: ["1"], achttien: ["ja"], voorwaarden: ["ja"], besloten: [""], voor: [""], van: [""], stuk: [""] } },
  "/samen-inkopen/aanmelding/:id/herroepen": { as: "resident", fields: {} },
  "/samen-inkopen/aanmelding/:id/stap/:deed": { as: "resident", fields: { woorden: words } },
  "/samen-inkopen/aanmelding/:id/beoordeling": { as: "resident", fields: { tevreden: ["4", "5"], woorden: words } },
  "/samen-inkopen/aanmelding/:id/op-mijn-huis": { as: "resident", fields: {} },
  "/samen-inkopen/aanmelding/:id/verhuurder": { as: "resident", fields: { organisationId: ["{organisation}"], naam: ["ja", "nee"] } },
  "/samen-inkopen/aanmelding/:id/regels": { as: "resident", fields: { versie: ["2"], antwoord: ["ja", "nee"] } },
};

/** Whose ids belong in an address; the first that matches counts. */
export const purchaseParameters: [RegExp, string][] = [
  [/^\/(samen-|beheer\/)inkopen\/foto\//, "{purchase photo}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/(huis|foto)/, "{sign-up with interest}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/leverancier-stoppen/, "{sign-up shared}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/bestellen/, "{sign-up offered}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/herroepen/, "{sign-up ordered}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/beoordeling/, "{sign-up delivered}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/op-mijn-huis/, "{sign-up to keep}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/regels/, "{sign-up with rules}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/verhuurder/, "{sign-up of tenant}"],
  [/^\/samen-inkopen\/aanmelding\/:id\/stap/, "{sign-up to leave}"],
  [/^\/samen-inkopen\/aanmelding\//, "{sign-up suitable}"],
  [/^\/samen-inkopen\//, "{purchase}"],
];
