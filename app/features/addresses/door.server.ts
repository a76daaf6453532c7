import { sql } from "drizzle-orm";
import { asViewer } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { homeLine } from "./home-line.server.ts";
import { startClaims } from "./start-claims.server.ts";
import { ask } from "./vouch.server.ts";

/** Why somebody may not confirm a claim at its door. */
export type DoorProblem = "own" | "done" | "paused" | "too_many";

/** What somebody at the door sees of a claim: nothing of who lives there. */
export type DoorQuestion = { problem: DoorProblem | null; name: string; address: string };

/** The claim whose door somebody stands at, or null when it is not one of their streets. */
export async function doorQuestion(person: AccountViewer, claimId: string): Promise<DoorQuestion | null> {
  return asViewer(person, async (tx) => {
    const asked = await ask<{ problem: DoorProblem | null; name: string; dwelling_id: string } | null>(tx, sql`viewer.door_question(${claimId})`);
    return asked && { problem: asked.problem, name: asked.name, address: await homeLine(tx, asked.dwelling_id) };
  });
}

/** "Ik sta nu bij deze bewoner aan de deur": the household begins at once. */
export async function confirmAtDoor(person: AccountViewer, claimId: string): Promise<"confirmed" | DoorProblem | null> {
  const outcome = await asViewer(person, async (tx) => {
    const done = await ask<"confirmed" | DoorProblem | null>(tx, sql`viewer.confirm_at_door(${claimId})`);
    await wakeDelivery(tx);
    return done;
  });
  if (outcome === "confirmed") await startClaims(claimId);
  return outcome;
}
