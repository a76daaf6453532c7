import { asViewer } from "../../../db/viewer.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { formValues } from "../../http/parse-form.server.ts";
import { readForm } from "../../http/read-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { AccountViewer, Resident } from "../session/viewer.ts";
import { endHeldRole } from "./end-held-role.server.ts";
import { ownRoles } from "./own-roles.server.ts";
import { showContactPerson } from "./show-contact-person.server.ts";

/** Stops being a contact person or a property manager, at once. @throws 404 where somebody isn't one; staff end their roles behind the second step */
export async function stopBeingContact(viewer: AccountViewer, id: string) {
  const own = (await ownRoles(viewer)).find((role) => role.id === id);
  if ((own?.role !== "contact_person" && own?.role !== "property_manager") || (await endHeldRole(viewer, id)) !== "ended") throw notFound();
  return redirectWithFlash("/mijn-rollen", { text: serverT(viewer.locale, "roles")(own.role === "contact_person" ? "mine.stopped" : "mine.stoppedManaging") });
}

/** Shows the name of a contact person to neighbours, or no longer. @throws 404 where somebody isn't one */
export async function answerShown(resident: Resident, id: string, request: Request) {
  const yes = formValues(await readForm(request)).tonen === "ja";
  if (!(await asViewer(resident, (tx) => showContactPerson(tx, resident, id, yes)))) throw notFound();
  return redirectWithFlash("/mijn-rollen", { text: serverT(resident.locale, "roles")(yes ? "mine.shownNow" : "mine.hiddenNow") });
}
