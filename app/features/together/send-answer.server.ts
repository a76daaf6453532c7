import { redirectWithFlash } from "../../http/flash.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { formProblem, parseForm } from "../../http/parse-form.server.ts";
import { readForm } from "../../http/read-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { PropertyManager } from "../session/viewer.ts";
import { answerRequest } from "./answer-request.server.ts";
import { requestsToMe } from "./requests-to-me.server.ts";
import { answerSchema } from "./together.schema.server.ts";

/** Answers a request from its form. @throws 404 where there is none for this manager */
export async function sendAnswer(manager: PropertyManager, id: string, request: Request) {
  const t = serverT(manager.locale, "together");
  const form = parseForm(answerSchema(t), await readForm(request));
  if ((await requestsToMe(manager, id)).length === 0) throw notFound();
  if (!form.ok) return formProblem(form);
  const outcome = await answerRequest(manager, id, form.value);
  if (outcome === null) throw notFound();
  if (outcome === "too_many") return formProblem({ errors: { form: t("errors.tooManyAnswers") }, values: form.values });
  return redirectWithFlash(`/verzoeken-aan-mij/${id}`, { text: t("done.answered") });
}
