import { writeSync } from "node:fs";
import { eq } from "drizzle-orm";
import { changeMeasureAudience } from "../../app/features/measures/change-measure-audience.server.ts";
import { shareMeasure } from "../../app/features/measures/share-measure.server.ts";
import { withdrawMeasure } from "../../app/features/measures/withdraw-measure.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { narrowAudiences } from "../../app/features/sharing/narrow-audiences.server.ts";
import { streetInNeighbourhood } from "../../db/schema/register.ts";
import { asViewer, asWorker, type WorkerTx } from "../../db/viewer.server.ts";

// A process that shares, changes and withdraws without end, until somebody kills it. Every line it writes is a promise:
// that deed was acknowledged.
const resident = JSON.parse(process.env.ATTACK_RESIDENT!) as Resident;
const promise = (deed: string, id: string) => writeSync(1, `${deed} ${id}\n`);
const solar = { kind: "solar_panels", state: "done", year: 2021, costRange: "5000_10000", doneBy: "company" } as const;
const setStreet = (tx: WorkerTx, homeCount: number) => tx.update(streetInNeighbourhood).set({ homeCount }).where(eq(streetInNeighbourhood.streetId, resident.streetId));

for (let turn = 0; ; turn++) {
  const audience = turn % 2 ? "neighbourhood" : "street";
  const id = await asViewer(resident, (tx) => shareMeasure(tx, resident, { ...solar, experience: `Keer ${turn}`, audience }));
  promise("shared", id);
  if (turn % 4 === 1) {
    await asViewer(resident, (tx) => changeMeasureAudience(tx, resident, id, { audience: "street", mayAsk: false, mayVisit: false }));
    promise("changed", id);
  }
  if (turn % 3 === 2) {
    await asViewer(resident, (tx) => withdrawMeasure(tx, resident, id));
    promise("withdrawn", id);
  }
  if (turn % 10 === 9) {
    await asWorker(async (tx) => {
      await setStreet(tx, 5);
      await narrowAudiences(tx);
      await setStreet(tx, 25);
    });
  }
}
