import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { takePart } from "../features/together/take-part.server.ts";
import { withNameField } from "../features/together/together.schema.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** "Ik doe mee" with a joint request. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const withName = withNameField.parse(formValues(await readForm(args.request)).naam);
  if (!(await asViewer(resident, (tx) => takePart(tx, resident, id, withName)))) throw notFound();
  return redirectWithFlash(`/verzoeken/${id}`, { text: serverT(resident.locale, "together")("done.joined") });
}
