import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { asViewer } from "../../db/viewer.server.ts";
import { askLandlord } from "../features/purchases/ask-landlord.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { withNameField } from "../features/together/together.schema.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

const organisation = z.uuid().nullable().catch(null);

/** A tenant asks who manages the building, together with others. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const { organisationId, naam } = formValues(await readForm(args.request));
  const outcome = await asViewer(resident, async (tx) => {
    return askLandlord(tx, resident, await ownSignUp(tx, resident, id), { organisationId: organisation.parse(organisationId), withName: withNameField.parse(naam) });
  });
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: serverT(resident.locale, "purchases")(`landlord.outcome.${outcome}`) });
}
