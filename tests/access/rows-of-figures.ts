import { randomUUID } from "node:crypto";
import { elsewhere, here, people } from "../support/town.ts";
import { moderatorHere, now } from "./row-makers.ts";
import type { TableRows } from "./rows.ts";

type Figures =
  | "figurePreparation" | "figureWaiting" | "figureBudget" | "figureEvent" | "publishedRelease" | "publishedFigure" | "figurePublicity" | "municipalPost" | "promiseReport";

const waiting = randomUUID();
const prepared = randomUUID();
const [released, open] = [randomUUID(), randomUUID()];
const [promise, otherPromise] = [randomUUID(), randomUUID()];
/** A post that a moderator hid. */
export const hiddenPost = randomUUID();
const municipalityCode = "GM9901";
const areaHere = { area: here, areaName: "Hier", neighbourhoods: [here] };
const about = { ...areaHere, district: "WK990100", municipalityCode };
const releaseOf = (id: string, neighbourhoodCode: string) =>
  ({ ...about, id, area: neighbourhoodCode, neighbourhoods: [neighbourhoodCode], quarter: "2026-Q3", number: 1, form: "numbers" as const, dwellings: 400, preparedOn: "2026-09-01", publishedOn: "2026-09-02" });
const figureOf = (releaseId: string, cell: string, code = here) => ({ releaseId, area: code, municipalityCode, neighbourhoods: [code], topic: "reach", cell, place: 101, kind: "about" as const, value: 35 });
const agrees = (side: "cooperative" | "municipality", code: string) => ({ neighbourhoodCode: code, municipalityCode, side, decidedBy: moderatorHere.residentId });
const postOf = (kind: "answer" | "promise") => ({ neighbourhoodCode: here, municipalityCode, kind, title: "De stoep", body: "We leggen hem opnieuw.", dueOn: kind === "promise" ? "2027-03-01" : null, authorId: people.official.residentId });
const reportOn = (promiseId: string) => ({ promiseId, neighbourhoodCode: here, municipalityCode, outcome: "kept", reason: "De stoep ligt er.", authorId: people.official.residentId }) as const;

/** Published figures, how they come about, and what a municipality says to a neighbourhood. `elsewhere` is public, `here` isn't. */
export const rowsOfFigures: { [Key in Figures]: TableRows<Key> } = {
  figurePreparation: {
    rows: { prepared: { ...about, id: prepared, quarter: "2026-Q4", state: "prepared", sheet: { form: "numbers" } }, waiting: { ...about, id: waiting, quarter: "2026-Q2", state: "waiting" } },
    fresh: () => ({ ...about, quarter: "2027-Q1" }),
  },
  figureWaiting: {
    rows: { here: { preparationId: waiting, quarter: "2026-Q2", counts: { "reach/letter": 12 }, noisedParticipants: 20, dwellings: 40 } },
    fresh: () => ({ preparationId: prepared, quarter: "2026-Q4", counts: {}, noisedParticipants: 1, dwellings: 40 }),
  },
  figureBudget: { rows: { any: { dwellingKey: "00000000-0000-4000-8042-000000000001", year: now.getFullYear(), units: 7 } }, fresh: () => ({ dwellingKey: "00000000-0000-4000-8042-000000000002", year: now.getFullYear(), units: 7 }) },
  figureEvent: {
    rows: { here: { ...areaHere, deed: "prepared", quarter: "2026-Q4", actorId: moderatorHere.residentId } },
    fresh: () => ({ ...areaHere, deed: "published", quarter: "2026-Q4", actorId: moderatorHere.residentId }),
  },
  publishedRelease: { rows: { here: releaseOf(released, here), public: releaseOf(open, elsewhere) }, fresh: () => ({ ...releaseOf(randomUUID(), here), quarter: "2027-Q1", number: 2 }) },
  publishedFigure: { rows: { here: figureOf(released, "letter"), public: figureOf(open, "letter", elsewhere) }, fresh: () => figureOf(released, "vouch") },
  figurePublicity: {
    rows: { cooperative: agrees("cooperative", here), ended: { ...agrees("municipality", here), endedBy: people.official.residentId, endedAt: now } },
    props: [agrees("cooperative", elsewhere), agrees("municipality", elsewhere)],
    fresh: () => ({ ...agrees("municipality", here), decidedBy: people.official.residentId }),
    change: (by) => ({ endedBy: by.residentId, endedAt: now }),
  },
  municipalPost: {
    rows: {
      promise: { ...postOf("promise"), id: promise },
      withdrawn: { ...postOf("answer"), title: null, body: null, withdrawnAt: now, withdrawnBy: people.official.residentId, withdrawnReason: "Er stond een naam in." },
      hidden: { ...postOf("promise"), id: hiddenPost, hiddenAt: now },
    },
    props: [{ ...postOf("promise"), id: otherPromise }],
    fresh: () => postOf("answer"),
  },
  promiseReport: { rows: { kept: reportOn(promise), hidden: reportOn(hiddenPost) }, fresh: () => reportOn(otherPromise) },
};
