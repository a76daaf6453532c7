import { sql } from "drizzle-orm";
import type { SignUpMover, SignUpState, StepReason } from "../../schema/purchase-choices.ts";
import type { WorkerTx } from "../../viewer.server.ts";
import type { Row } from "./insert-rows.ts";

export type WalkStep = { state: SignUpState; mover: SignUpMover; moved_by: string | null; moved_at: Date; reason: StepReason | null; words: string | null };
export type Walk = { id: string; steps: WalkStep[] };

/** Brings sign-ups as far as they are, step by step along the arrows as everybody must, and then ends their purchases. */
export async function walkSignUps(tx: WorkerTx, walks: readonly Walk[], ends: readonly Row[]): Promise<void> {
  const longest = Math.max(0, ...walks.map(({ steps }) => steps.length));
  for (let index = 0; index < longest; index++) {
    const now = walks.flatMap(({ id, steps }) => (steps[index] ? [{ id, ...steps[index] }] : []));
    await tx.execute(sql`update purchase_sign_up s set state = w.state, mover = w.mover, moved_by = w.moved_by, moved_at = w.moved_at, reason = w.reason, words = w.words
      from jsonb_to_recordset(${JSON.stringify(now)}::text::jsonb) w (id uuid, state text, mover text, moved_by uuid, moved_at timestamptz, reason text, words text) where s.id = w.id`);
  }
  // What is finished was reached first, hence twice.
  for (let turn = 0; turn < 2; turn++) {
    await tx.execute(sql`update purchase p set state = case when e.state = 'finished' and p.state = 'open' then 'reached' else e.state end, ended_at = e.ended_at, prolonged_at = e.prolonged_at
      from jsonb_to_recordset(${JSON.stringify(ends)}::text::jsonb) e (id uuid, state text, ended_at timestamptz, prolonged_at timestamptz) where p.id = e.id and e.state not in ('open', p.state)`);
  }
  await tx.execute(sql`update purchase p set prolonged_at = e.prolonged_at from jsonb_to_recordset(${JSON.stringify(ends)}::text::jsonb) e (id uuid, state text, ended_at timestamptz, prolonged_at timestamptz)
    where p.id = e.id and e.state = 'open' and e.prolonged_at < now()`);
}
