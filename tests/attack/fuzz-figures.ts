import type { Form } from "./fuzz-forms.ts";

const report = { category: ["untrue", "other"], note: ["Dit klopt niet.", ""] };

/** Forms about published figures and what a municipality posts, when everything is as it should be. */
export const figureForms: Record<string, Form> = {
  "/beheer/cijfers": { as: "moderator", fields: { gebied: ["{neighbourhood}"] } },
  "/beheer/cijfers/openbaar": { as: "moderator", fields: { buurt: ["{neighbourhood}"], iedereen: ["ja", "nee"] } },
  "/beheer/cijfers/:id/annulering": { as: "moderator", fields: {} },
  "/beheer/cijfers/:id/publicatie": { as: "moderator", fields: {} },
  "/gemeente/openbaar": { as: "official", fields: { buurt: ["{neighbourhood}"], iedereen: ["ja", "nee"] } },
  "/gemeente/toezeggingen/nieuw": { as: "official", fields: { buurt: ["{neighbourhood}"], soort: ["promise", "answer"], onderwerp: ["De stoep"], tekst: ["We leggen hem opnieuw."], klaar: ["{next year}"] } },
  "/gemeente/toezeggingen/:id": { as: "official", fields: { uitkomst: ["late", "kept"], uitleg: ["De stenen zijn er nog niet."], klaar: ["{next year}"] } },
  "/gemeente/toezeggingen/:id/intrekken": { as: "official", fields: { reden: ["De raad gaf er geen geld voor."], tekst: ["stays", "goes"] } },
  "/gemeente/verborgen/:id/bezwaar": { as: "official", fields: { reason: ["Dit mag iedereen weten."] } },
  "/toezeggingen/:id/melden": { as: "resident", fields: report },
};

/** Whose ids belong in an address; the first that matches counts. */
export const figureParameters: [RegExp, string][] = [
  [/^\/beheer\/cijfers\/:id\/annulering/, "{figures to cancel}"],
  [/^\/beheer\/cijfers\//, "{figures to publish}"],
  [/^\/gemeente\/toezeggingen\/:id\/intrekken/, "{promise to withdraw}"],
  [/^\/(gemeente\/)?toezeggingen\//, "{promise}"],
  [/^\/gemeente\/verborgen\//, "{hiding of a promise}"],
];
