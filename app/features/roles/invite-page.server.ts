import { redirectWithFlash } from "../../http/flash.server.ts";
import { formProblem, parseForm } from "../../http/parse-form.server.ts";
import { readForm } from "../../http/read-form.server.ts";
import { serverT, wordsFor } from "../../i18n/words.server.ts";
import { tooMany } from "../session/too-many.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { type Desk, rolesAt } from "./desk.ts";
import { inviteSchema } from "./invite.schema.server.ts";
import { inviteToRole } from "./invite-to-role.server.ts";
import { invitedPlace, invitedPlaces } from "./invited-place.server.ts";
import { nameOrganisation } from "./name-organisation.server.ts";
import { dayAfter, today } from "./role-days.ts";

/** What the page needs on which somebody at a desk invites; the role comes from the address. */
export async function invitePage(viewer: AccountViewer, desk: Desk, request: Request) {
  const roles = rolesAt[desk];
  const asked = new URL(request.url).searchParams.get("rol");
  const role = roles.find((each) => each === asked) ?? (roles.length === 1 ? roles[0] : null);
  return {
    ...wordsFor(viewer.locale, "roles"),
    title: serverT(viewer.locale, "roles")("invite.title"),
    desk,
    role,
    ...(await invitedPlaces(viewer, desk)),
    days: { first: today(), year: dayAfter({ years: 1 }), last: dayAfter({ years: 2 }) },
    locale: viewer.locale,
  };
}

/** Answers that page's form: the mail goes, or what is wrong stands beside the field. */
export async function answerInvite(viewer: AccountViewer, desk: Desk, request: Request, ip: string) {
  const form = parseForm(inviteSchema(viewer, rolesAt[desk]), await readForm(request));
  if (!form.ok) return formProblem(form);
  const { email, locale, role, startsOn, endsOn } = form.value;
  const found = await invitedPlace(viewer, desk, form.value);
  if ("errors" in found) return formProblem({ errors: found.errors, values: form.values });
  const { organisationKind, organisationName } = form.value;
  const t = serverT(viewer.locale, "roles");
  if (role === "property_manager" && !organisationKind) return formProblem({ errors: { organisationKind: t("form.organisationKindMissing") }, values: form.values });
  if (role === "property_manager" && !organisationName) return formProblem({ errors: { organisationName: t("form.organisationMissing") }, values: form.values });
  const organisationId = role === "property_manager" ? await nameOrganisation(organisationKind!, organisationName!) : null;
  const refusal = await inviteToRole(viewer, { email, locale, role, startsOn, endsOn, ...found.place, organisationId }, ip);
  if (refusal) return tooMany(viewer.locale, refusal.secondsToWait, form.values);
  return redirectWithFlash(`/${desk}/rollen`, { text: t("invite.sent", { email }) });
}
