import { randomUUID } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import { hiding } from "../../db/schema/sharing.ts";
import * as insights from "../../db/schema/insights.ts";
import { here, people, type Person } from "../support/town.ts";
import type { Canaries } from "./canaries.ts";

type Add = (table: PgTable, row: Record<string, unknown>) => Promise<void>;
type Bird = (about: string, mayRead: readonly Person[], id?: string) => string;

/** Figures that only their moderator sees before they are published, and what a municipality says to one neighbourhood. */
export async function releaseFigures(add: Add, bird: Bird, known: Bird, ids: Canaries["ids"]): Promise<void> {
  const neighbours = (Object.keys(people) as Person[]).filter((name) => people[name].neighbourhoodCode === here);
  const about = { area: here, district: "WK990100", municipalityCode: "GM9901", neighbourhoods: [here] };
  const id = known("preparation here", ["moderatorHere"]);
  const sheet = { area: here, neighbourhoods: [here], quarter: "2020-Q1", form: "numbers", dwellings: 400, tables: [{ table: "taking_part", cells: [{ cell: "homes", shown: { kind: "about", value: 105 } }] }] };
  await add(insights.figurePreparation, { id, ...about, areaName: bird("area of figures that are not published", ["moderatorHere"]), quarter: "2020-Q1", state: "prepared", drawnAt: new Date(), sheet });
  ids.preparation.push(id);
  const readers: Person[] = [...neighbours, "moderatorHere", "official"];
  const release = randomUUID();
  await add(insights.publishedRelease, { id: release, ...about, areaName: bird("area of published figures", readers), quarter: "2019-Q4", number: 1, form: "numbers", dwellings: 400, preparedOn: "2019-12-01", publishedOn: "2019-12-04" });
  await add(insights.publishedFigure, { releaseId: release, area: here, municipalityCode: "GM9901", neighbourhoods: [here], topic: "taking_part", cell: "homes", place: 101, kind: "about", value: 105 });
  const promise = known("promise to here", readers);
  const place = { neighbourhoodCode: here, municipalityCode: "GM9901", authorId: people.official.residentId };
  await add(insights.municipalPost, { id: promise, ...place, kind: "promise", title: bird("title of a promise", readers), body: bird("text of a promise", readers), dueOn: "2099-01-01" });
  await add(insights.promiseReport, { promiseId: promise, ...place, outcome: "late", reason: bird("reason of a late promise", readers), dueOn: "2099-02-01" });
  const withdrawn = known("withdrawn promise to here", readers);
  await add(insights.municipalPost, { id: withdrawn, ...place, kind: "answer", title: bird("title of a withdrawn answer", readers), body: bird("text of a withdrawn answer", readers), withdrawnAt: new Date(), withdrawnReason: bird("why an answer was withdrawn", readers) });
  // Nobody who lives there reads what is hidden, what came of it, or why.
  const decided: Person[] = ["moderatorHere", "official"];
  const hidden = known("hidden promise to here", decided);
  await add(insights.municipalPost, { id: hidden, ...place, kind: "promise", title: bird("title of a hidden promise", decided), body: bird("text of a hidden promise", decided), dueOn: "2099-01-01", hiddenAt: new Date() });
  await add(insights.promiseReport, { promiseId: hidden, ...place, outcome: "late", reason: bird("reason of a hidden late promise", decided), dueOn: "2099-02-01" });
  const decision = known("hiding of a promise", decided);
  await add(hiding, { id: decision, neighbourhoodCode: here, householdId: null, subjectKind: "municipal_post", subjectId: hidden, moderatorId: people.moderatorHere.residentId, rule: "personal_data", duration: "for_good", reason: bird("why a promise is hidden", decided) });
  ids.promise.push(promise, withdrawn, hidden);
  ids.hiding.push(decision);
}
