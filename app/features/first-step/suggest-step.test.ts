import { describe, expect, it } from "vitest";
import { putAside } from "../../../db/schema/homes.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { moveOut } from "../households/move-out.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { doneInHomesAlike } from "../measures/done-in-homes-alike.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { withdrawMeasure } from "../measures/withdraw-measure.server.ts";
import type { Resident } from "../session/viewer.ts";
import { bringStepBack } from "./bring-step-back.server.ts";
import { putStepAside } from "./put-step-aside.server.ts";
import { suggestStep } from "./suggest-step.server.ts";

const terraced = { dwellingType: "terraced", builtYear: 1975, areaM2: 110, label: null } as const;
const share = (who: Resident, kind: MeasureKind, more: { audience?: "household" | "street" | "neighbourhood"; state?: "planned" | "done" | "removed"; mayAsk?: boolean; satisfaction?: number; costRange?: "under_500" } = {}) =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind, state: "done", year: null, costRange: null, doneBy: null, audience: "neighbourhood", ...more }));
const suggested = (who: Resident) => asViewer(who, async (tx) => suggestStep(tx, who, terraced, await doneInHomesAlike(tx, who, terraced)));

describe.each(databaseKinds)("the step that is suggested, on %s", (kind) => {
  testDatabase(kind);

  it("skips what the household has or plans, of every adult in it, and not what it took back or away", async () => {
    const { me, housemate } = await neighbours();
    expect((await suggested(me)).step).toMatchObject({ kind: "draught_proofing", alike: 0 });
    await share(housemate, "draught_proofing", { audience: "household" });
    const roof = await share(me, "roof_insulation", { state: "planned" });
    expect((await suggested(me)).step).toMatchObject({ kind: "cavity_insulation", has: ["draught_proofing", "roof_insulation"] });
    await asViewer(me, (tx) => withdrawMeasure(tx, me, roof));
    await share(me, "roof_insulation", { state: "removed" });
    expect((await suggested(me)).step?.kind).toBe("roof_insulation");
  });

  it("counts only what this resident may see of homes alike", async () => {
    const { me, sameStreet, otherStreet, flatmate, stranger } = await neighbours();
    await share(me, "draught_proofing");
    await share(sameStreet, "glazing", { audience: "street", mayAsk: true, costRange: "under_500", satisfaction: 5 });
    await share(otherStreet, "floor_insulation", { audience: "street" });
    await share(flatmate, "floor_insulation", { audience: "household" });
    await share(stranger, "floor_insulation");
    await share(sameStreet, "roof_insulation", { state: "planned" });
    expect((await suggested(me)).step).toMatchObject({ kind: "glazing", alike: 1 });
    expect(await asViewer(me, (tx) => doneInHomesAlike(tx, me, terraced))).toEqual([{ kind: "glazing", count: 1, costs: [{ range: "under_500", count: 1 }], satisfaction: [{ score: 5, count: 1 }], mayAsk: 1 }]);
    expect(await asViewer(me, (tx) => doneInHomesAlike(tx, me, { ...terraced, builtYear: 2010 }))).toEqual([]);
    expect(await asViewer(me, (tx) => doneInHomesAlike(tx, me, { ...terraced, dwellingType: "other" }))).toBeNull();
  });

  it("makes place for the next when it is put aside, for the whole household and nobody else, until it is brought back", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    for (const who of [me, housemate]) await asViewer(who, (tx) => putStepAside(tx, who, "draught_proofing"));
    for (const who of [me, housemate]) expect(await suggested(who)).toMatchObject({ step: { kind: "roof_insulation" }, aside: ["draught_proofing"] });
    expect(await suggested(sameStreet)).toMatchObject({ step: { kind: "draught_proofing" }, aside: [] });
    await expect(asViewer(sameStreet, (tx) => putStepAside(tx, { ...sameStreet, householdId: me.householdId }, "glazing"))).rejects.toThrow();
    await asViewer(sameStreet, (tx) => bringStepBack(tx, { ...sameStreet, householdId: me.householdId }, "draught_proofing"));
    expect((await suggested(me)).aside).toEqual(["draught_proofing"]);
    await asViewer(housemate, (tx) => bringStepBack(tx, housemate, "draught_proofing"));
    expect(await suggested(me)).toMatchObject({ step: { kind: "draught_proofing" }, aside: [] });
    await asViewer(sameStreet, (tx) => putStepAside(tx, sameStreet, "glazing"));
    await moveOut(sameStreet);
    expect(await asWorker((tx) => tx.select().from(putAside))).toEqual([]);
  });
});
