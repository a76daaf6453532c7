import type { Form } from "./fuzz-forms.ts";

const audience = ["street", "neighbourhood"];
const report = { category: ["untrue", "other"], note: ["Dit klopt niet.", ""] };
const door = { place: ["street_only", "home"], "measures[]": ["{own measure}"], way: ["moments", "appointment"] };
const words = ["Bel aan bij de blauwe deur.", ""];
const clock = { day: ["{next year}"], from: ["10:00"], until: ["12:30"] };

/** Forms about visits and badges, when everything is as it should be. */
export const visitForms: Record<string, Form> = {
  "/beheer/kijkroutes/nieuw": { as: "moderator", fields: { neighbourhoodCode: ["{neighbourhood}"], day: ["{next year}"], title: ["Open deuren"], note: ["Loop langs.", ""] } },
  "/beheer/kijkroutes/:id/terughalen": { as: "moderator", fields: {} },
  "/kijkjes/nieuw": { as: "resident", fields: { id: ["{random id}", ""], ...door, audience } },
  "/kijkjes/:id/wijzigen": { as: "resident", fields: door },
  "/kijkjes/:id/praktisch": { as: "resident", fields: { "languages[]": ["nl", "ngt"], "accessibility[]": ["step_free", "pets"], note: ["We leggen het uit."], houseRules: ["Schoenen uit.", ""] } },
  "/kijkjes/:id/momenten": { as: "resident", fields: { id: ["{random id}", ""], ...clock, capacity: ["4", "20"], route: [""] } },
  "/kijkjes/:id/publiek": { as: "resident", fields: { audience } },
  "/kijkjes/:id/intrekking": { as: "resident", fields: {} },
  "/kijkjes/:id/terugzetting": { as: "resident", fields: {} },
  "/kijkjes/:id/melden": { as: "resident", fields: report },
  "/kijkjes/:id/blokkeren": { as: "resident", fields: {} },
  "/kijkjes/:id/vraag": { as: "resident", fields: { moment: ["{neighbour moment}", ""], people: ["1", "2"], line: ["Mag ik komen kijken?"] } },
  "/kijkjes/moment/:id/afzegging": { as: "resident", fields: { words } },
  "/kijkjes/verzoek/:id/ja": { as: "resident", fields: { ...clock, words }, elsewhere: true },
  "/kijkjes/verzoek/:id/nee": { as: "resident", fields: { reason: ["busy", "other_time", "full", "not_suited"], words } },
  "/kijkjes/verzoek/:id/afzegging": { as: "resident", fields: { words } },
  "/kijkjes/verzoek/:id/niet-gekomen": { as: "resident", fields: {} },
  "/kijkjes/verzoek/:id/toch-gekomen": { as: "resident", fields: {} },
  "/kijkjes/verzoek/:id/bedankje": { as: "resident", fields: { thanks: ["on"], words } },
  "/kijkjes/verzoek/:id/melden": { as: "resident", fields: report },
  "/kijkjes/verzoek/:id/blokkeren": { as: "resident", fields: {} },
  "/koploper": { as: "resident", fields: { "kinds[]": ["solar_panels", "heat_pump_hybrid"], place: ["street_only", "home"], line: ["Twee winters ervaring.", ""], audience } },
  "/koploper/einde": { as: "resident", fields: {} },
  "/koplopers/:id/terugzetting": { as: "resident", fields: {} },
  "/koplopers/:id/vraag": { as: "resident", fields: { id: ["{random id}", ""], body: ["Hoe begin ik?"] } },
  "/koplopers/:id/melden": { as: "resident", fields: report },
  "/koplopers/:id/blokkeren": { as: "resident", fields: {} },
};

/** Whose ids belong in an address; the first that matches counts. */
export const visitParameters: [RegExp, string][] = [
  [/^\/beheer\/kijkroutes\//, "{route}"],
  [/^\/kijkjes\/route\//, "{route}"],
  [/^\/kijkjes\/moment\//, "{own moment}"],
  [/^\/kijkjes\/verzoek\/:id\/(ja|nee|melden)/, "{asked of me}"],
  [/^\/kijkjes\/verzoek\/:id\/(niet-gekomen|toch-gekomen|bedankje)/, "{been}"],
  [/^\/kijkjes\/verzoek\/:id\/blokkeren/, "{asked by who is blocked}"],
  [/^\/kijkjes\/verzoek\//, "{asked by me}"],
  [/^\/kijkjes\/:id\/blokkeren/, "{visit to block}"],
  [/^\/kijkjes\/:id\/(vraag|melden)/, "{neighbour visit}"],
  [/^\/kijkjes\//, "{own visit}"],
  [/^\/koplopers\/:id\/blokkeren/, "{badge to block}"],
  [/^\/koplopers\/:id\/terugzetting/, "{own badge}"],
  [/^\/koplopers\//, "{neighbour badge}"],
];
