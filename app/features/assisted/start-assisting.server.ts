import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Locale } from "../../../db/schema/choices.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { consume, giveBack } from "../session/rate-limits.server.ts";
import { codeFrom } from "../session/short-code.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { type FormVersion, paperForms } from "./paper-forms.ts";

/** Which home and whose: somebody new there, somebody who was helped before, or whoever a session of one's own was about. */
export type Whom = { dwellingId: string; known: boolean; number: string | null } | { again: string };
/** What is on the paper; `signedOn` is a day as 2026-05-03. */
export type SignedForm = { signedOn: string; version: FormVersion; locale: Locale };
/** Why there is no session; see viewer.start_assisting in the migrations. */
export type NotStarted = "open" | "too_many" | "date" | "unknown" | "elsewhere";

/**
 * Begins to help somebody who signed the form on paper; for fifteen minutes.
 * @returns the id of the session, or why there is none
 */
export async function startAssisting(helper: AccountViewer, whom: Whom, { signedOn, version, locale }: SignedForm): Promise<{ id: string } | { refused: NotStarted }> {
  const home = "again" in whom ? { dwellingId: null, known: true, number: null, again: whom.again } : { ...whom, again: null };
  // The numbers on confirmations are not to be guessed.
  const guesses = home.known && home.number !== null;
  if (guesses && !(await consume("paperNumberPerHelper", helper.accountId)).ok) return { refused: "too_many" };
  const [answer] = await asViewer(helper, (tx) =>
    tx
      .select({ outcome: sql<NotStarted | "started">`outcome`, id: sql<string>`session_id` })
      .from(
        sql`viewer.start_assisting(${home.dwellingId}::text, ${home.known}::boolean, ${home.number}::text, ${home.again}::uuid, ${codeFrom(randomBytes(16))}::text,
          ${signedOn}::date, ${version}::text, ${paperForms[version][locale]}::text, ${locale}::text)`,
      ),
  );
  if (guesses && answer!.outcome !== "unknown") await giveBack("paperNumberPerHelper", helper.accountId);
  return answer!.outcome === "started" ? { id: answer!.id } : { refused: answer!.outcome };
}

/** Ends a session of one's own. @returns false when it was over, or never one's own */
export async function stopAssisting(helper: AccountViewer, id: string): Promise<boolean> {
  const [answer] = await asViewer(helper, (tx) => tx.select({ ended: sql<boolean>`viewer.stop_assisting(${id}::uuid)` }).from(sql`(select) as nothing`));
  return answer!.ended;
}
