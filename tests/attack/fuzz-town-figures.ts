import { randomUUID } from "node:crypto";
import type { Connection } from "../../db/connection.ts";
import { hiding } from "../../db/schema/sharing.ts";
import { figurePreparation, municipalPost, publishedFigure, publishedRelease } from "../../db/schema/insights.ts";

/** Figures to publish, to cancel and to read in a neighbourhood, and promises of its municipality: to read, to withdraw, and one that is hidden. */
export async function figuresIn(owner: Connection, { code, municipalityCode }: { code: string; municipalityCode: string }, officialId: string, moderatorId: string): Promise<Record<string, string>> {
  const [toPublish, toCancel, published, promise, toWithdraw, hidden, hidingId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const about = { area: code, areaName: "Proefbuurt", district: `WK${code.slice(2, 8)}`, municipalityCode, neighbourhoods: [code] };
  const cells = [{ cell: "homes", shown: { kind: "about", value: 105 } }];
  const sheet = { area: code, neighbourhoods: [code], quarter: "2020-Q1", form: "numbers", dwellings: 400, tables: [{ table: "taking_part", cells }] };
  await owner.db.insert(figurePreparation).values([
    { ...about, id: toPublish, quarter: "2020-Q1", state: "prepared", drawnAt: new Date(), sheet },
    { ...about, id: toCancel, quarter: "2020-Q2", state: "prepared", drawnAt: new Date(), sheet },
  ]);
  await owner.db.insert(publishedRelease).values({ ...about, id: published, quarter: "2019-Q4", number: 1, form: "numbers", dwellings: 400, preparedOn: "2019-12-01", publishedOn: "2019-12-04" });
  await owner.db.insert(publishedFigure).values({ releaseId: published, area: code, municipalityCode, neighbourhoods: [code], topic: "taking_part", cell: "homes", place: 101, kind: "about", value: 105 });
  const post = { neighbourhoodCode: code, municipalityCode, kind: "promise" as const, title: "De stoep", body: "We leggen hem opnieuw.", dueOn: "2099-01-01", authorId: officialId };
  await owner.db.insert(municipalPost).values([{ ...post, id: promise }, { ...post, id: toWithdraw }, { ...post, id: hidden, hiddenAt: new Date() }]);
  await owner.db.insert(hiding).values({ id: hidingId, neighbourhoodCode: code, householdId: null, subjectKind: "municipal_post", subjectId: hidden, moderatorId, rule: "personal_data", duration: "for_good", reason: "De naam van een bewoner staat erin." });
  return { "figures to publish": toPublish, "figures to cancel": toCancel, promise, "promise to withdraw": toWithdraw, "hiding of a promise": hidingId };
}
