import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Locale } from "../../../db/schema/auth.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { formProblem, parseForm } from "../../http/parse-form.server.ts";
import { readForm } from "../../http/read-form.server.ts";
import { serverT, wordsFor } from "../../i18n/words.server.ts";
import { consentText } from "../consent/consent-text.server.ts";
import { isResident } from "../session/guards.server.ts";
import { forgetLink, keptLink } from "../session/link-cookie.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { acceptRoleInvitation, declineRoleInvitation, lookAtRoleInvitation } from "./answer-invitation.server.ts";
import { showContactPerson } from "./show-contact-person.server.ts";

/** What an invitation to a role says, or why it can't be answered here and now. */
export async function roleInvitationPage(token: string, viewer: AccountViewer | null, locale: Locale) {
  const t = serverT(locale, "roles");
  const found = await lookAtRoleInvitation(token, viewer);
  const words = wordsFor(locale, "roles");
  if (typeof found === "string") return { ...words, problem: found, title: t(`answer.${found}.title`), text: t(`answer.${found}.text`), invited: null, consent: null };
  const asks = found.role === "contact_person" && isResident(viewer);
  return { ...words, problem: null, text: null, title: t(`answer.title.${found.role}`), invited: found, consent: asks ? consentText(locale, { purpose: "contact_person" }, viewer).text : null };
}

const homeOf = { moderator: "/beheer", official: "/gemeente", contact_person: "/mijn-rollen", property_manager: "/verzoeken-aan-mij" } as const;

/** Answers it: yes gives the role, no is as good. The page says why where it can't be answered any more. */
export async function answerRoleInvitation(request: Request, viewer: AccountViewer | null, locale: Locale) {
  const t = serverT(locale, "roles");
  const token = keptLink("role", request);
  const data = await readForm(request);
  const headers = new Headers([["Set-Cookie", forgetLink("role")]]);
  if (data.get("antwoord") === "nee") {
    if (!(await declineRoleInvitation(token, viewer))) return redirect("/rol", 303);
    return redirectWithFlash(viewer ? "/begin" : "/", { text: t("answer.declined") }, headers);
  }
  const looked = await lookAtRoleInvitation(token, viewer);
  if (typeof looked === "string") return redirect("/rol", 303);
  const schema = z.object({ klopt: looked.isNew ? z.literal("ja", { message: t("answer.ageEmpty") }) : z.string().optional(), tonen: z.string().optional() });
  const form = parseForm(schema, data);
  if (!form.ok) return formProblem(form);
  const accepted = await acceptRoleInvitation(token, viewer, request);
  if ("string" === typeof accepted) return redirect("/rol", 303);
  if (accepted.setCookie) headers.append("Set-Cookie", accepted.setCookie);
  // The role counts whatever happens next; without this yes, neighbours see no name.
  if (accepted.role === "contact_person" && form.value.tonen === "ja" && isResident(viewer)) await asViewer(viewer, (tx) => showContactPerson(tx, viewer, accepted.grantId, true));
  return redirectWithFlash(homeOf[accepted.role], { text: t("answer.accepted") }, headers);
}
