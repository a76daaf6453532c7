import { notFound } from "../../http/not-found.server.ts";
import { formProblem, type FormErrors, type FormValues, parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { startAssisting } from "./start-assisting.server.ts";
import { helpedBefore, refusalOf, signedForm } from "./start.schema.server.ts";

export type Begun = { id: string } | { problem: { errors: FormErrors; values: FormValues } };

/**
 * Begins a session from its form: at a home, or anew after one that ended.
 * @throws 404 for a home where this helper may not help
 */
export async function beginSession(helper: AccountViewer, at: { dwellingId: string } | { again: string }, form: FormData): Promise<Begun> {
  const t = serverT(helper.locale, "assisted");
  const paper = parseForm(signedForm(t), form);
  const before = "again" in at ? ({ ok: true, value: { eerder: "ja", nummer: null } } as const) : parseForm(helpedBefore(t), form);
  if (!paper.ok || !before.ok) return { problem: { values: paper.values, errors: { ...(before.ok ? {} : before.errors), ...(paper.ok ? {} : paper.errors) } } };
  const { signedOn, version, taal } = paper.value;
  const known = before.value.eerder === "ja";
  const whom = "again" in at ? at : { ...at, known, number: known ? before.value.nummer : null };
  const begun = await startAssisting(helper, whom, { signedOn, version, locale: taal });
  if ("id" in begun) return begun;
  if (begun.refused === "elsewhere") throw notFound();
  return { problem: { values: paper.values, errors: refusalOf(t, begun.refused) } };
}

/** The answer to a form that began no session. */
export const notBegun = ({ problem }: Extract<Begun, { problem: unknown }>) => formProblem(problem);
