import type { ActionFunctionArgs } from "@remix-run/node";
import type { ProofPurpose } from "../../../db/schema/auth.ts";
import { formProblem, formValues } from "../../http/parse-form.server.ts";
import { readForm } from "../../http/read-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { browserHash } from "./browser.server.ts";
import { pageLocale } from "./page-locale.server.ts";
import { consumeForm } from "./rate-limits.server.ts";
import { readCode } from "./short-code.ts";
import { tooMany } from "./too-many.server.ts";
import { type Settle, useCode } from "./use-proof.server.ts";

/** Answers the form in which a code from a mail is typed: settles the proof, or says what is wrong. */
export async function answerCode(args: ActionFunctionArgs, purposes: readonly ProofPurpose[], settle: Settle<Response>) {
  const locale = await pageLocale(args);
  const words = serverT(locale, "session");
  const values = formValues(await readForm(args.request));
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return tooMany(locale, visitor.secondsToWait, values, "code");
  const code = readCode(String(values.code ?? ""));
  if (!code) return formProblem({ errors: { code: words("code.empty") }, values });
  const result = await useCode(code, browserHash(args.request), purposes, settle);
  if (result instanceof Response) return result;
  return formProblem({ errors: { code: words(`code.${result === "other_browser" ? "expired" : result}`) }, values });
}
