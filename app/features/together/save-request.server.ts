import { asViewer } from "../../../db/viewer.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { formProblem, parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";
import { startedToday } from "./started-today.server.ts";
import { startRequest } from "./start-request.server.ts";
import { requestSchema } from "./together.schema.server.ts";

/** Starts a request from its form, and goes to its page; or the form's problem. */
export async function saveNewRequest(resident: Resident, data: FormData) {
  const t = serverT(resident.locale, "together");
  const form = parseForm(requestSchema(t), data);
  if (!form.ok) return formProblem(form);
  const { naam, ...request } = form.value;
  const started = await asViewer(resident, async (tx) => {
    if ((await startedToday(tx, resident)) >= 5) return "too_many" as const;
    return startRequest(tx, resident, { ...request, withName: naam });
  });
  if (started === "too_many") return formProblem({ errors: { form: t("errors.tooMany") }, values: form.values });
  if (!started) return formProblem({ errors: { organisationId: t("errors.whom") }, values: form.values });
  return redirectWithFlash(`/verzoeken/${started}`, { text: t("done.started") });
}
