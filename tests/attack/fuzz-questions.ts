import type { Form } from "./fuzz-forms.ts";

const audience = ["street", "neighbourhood", "household"];
const report = { category: ["untrue", "other"], note: ["Dit klopt niet.", ""] };
const question = { title: ["Wie weet een goede glaszetter?"], body: ["Voor onze voorgevel.", ""], measureKind: ["glazing", ""], place: ["{street}", "gebouw", ""], aboutHome: ["ja"], commercial: ["ja"] };
const answer = { body: ["Bel de glaszetter om de hoek."], commercial: ["ja"] };

/** Forms about questions and answers, when everything is as it should be. */
export const questionForms: Record<string, Form> = {
  "/antwoorden/:id/akkoord": { as: "resident", fields: {} },
  "/antwoorden/:id/bedankje": { as: "resident", fields: {} },
  "/antwoorden/:id/bedankje/terug": { as: "resident", fields: {} },
  "/antwoorden/:id/bevestiging": { as: "resident", fields: {} },
  "/antwoorden/:id/mist": { as: "resident", fields: { note: ["En wat kost het?"] } },
  "/antwoorden/:id/blokkeren": { as: "resident", fields: {} },
  "/antwoorden/:id/intrekking": { as: "resident", fields: {} },
  "/antwoorden/:id/melden": { as: "resident", fields: report },
  "/antwoorden/:id/terugzetting": { as: "resident", fields: {} },
  "/antwoorden/:id/wijzigen": { as: "resident", fields: answer },
  "/vragen/nieuw": { as: "resident", fields: { id: ["{random id}", ""], ...question, audience } },
  "/vragen/:id/antwoord": { as: "resident", fields: { id: ["{random id}", ""], ...answer } },
  "/vragen/:id/foto": { as: "resident", fields: { alt: ["Het kozijn", ""] }, elsewhere: true },
  "/vragen/:id/foto/verwijdering": { as: "resident", fields: {} },
  "/vragen/:id/loslaten": { as: "resident", fields: {} },
  "/vragen/:id/losmaken": { as: "resident", fields: {} },
  "/vragen/:id/parkeren": { as: "resident", fields: { why: ["Na de bijeenkomst weten we meer."], phase: ["meeting", ""], returnsOn: ["{next year}"] } },
  "/vragen/:id/samenvoegen": { as: "resident", fields: { into: ["{neighbour question}"] } },
  "/vragen/:id/terughalen": { as: "resident", fields: {} },
  "/vragen/:id/uitkomst": { as: "resident", fields: { id: ["{random id}", ""], ...answer, source: ["Een offerte"], foundOn: ["2026-01-02"], costRange: ["under_500", ""], "dwellingTypes[]": ["terraced"], "buildingPeriods[]": ["3"] } },
  "/vragen/:id/uitzoeken": { as: "resident", fields: { until: ["{next week}"] } },
  "/vragen/:id/blokkeren": { as: "resident", fields: {} },
  "/vragen/:id/intrekking": { as: "resident", fields: {} },
  "/vragen/:id/melden": { as: "resident", fields: report },
  "/vragen/:id/ontvolgen": { as: "resident", fields: {} },
  "/vragen/:id/publiek": { as: "resident", fields: { audience } },
  "/vragen/:id/terugzetting": { as: "resident", fields: {} },
  "/vragen/:id/volgen": { as: "resident", fields: {} },
  "/vragen/:id/wijzigen": { as: "resident", fields: question },
};

/** Whose ids belong in an address; the first that matches counts. */
export const questionParameters: [RegExp, string][] = [
  [/^\/antwoorden\/:id\/blokkeren/, "{answer to block}"],
  [/^\/antwoorden\/:id\/melden/, "{neighbour answer}"],
  [/^\/antwoorden\/:id\/bedankje/, "{neighbour answer}"],
  [/^\/antwoorden\/:id\/(akkoord|mist|bevestiging)/, "{own outcome}"],
  [/^\/antwoorden\//, "{own answer}"],
  [/^\/vragen\/:id\/blokkeren/, "{question to block}"],
  [/^\/vragen\/:id\/(melden|antwoord|volgen|ontvolgen|uitzoeken|uitkomst)/, "{neighbour question}"],
  [/^\/vragen\//, "{own question}"],
];
