import { redirectWithFlash } from "../../http/flash.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { formProblem, formValues, parseForm } from "../../http/parse-form.server.ts";
import { readForm } from "../../http/read-form.server.ts";
import { serverT, wordsFor } from "../../i18n/words.server.ts";
import { dayInWords } from "../../i18n/day.ts";
import { tooManyInWords } from "../session/too-many.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { sendInvitationAgain, takeBackInvitation } from "./change-invitation.server.ts";
import type { Desk } from "./desk.ts";
import { endHeldRole } from "./end-held-role.server.ts";
import { extendRole } from "./extend-role.server.ts";
import { heldRoles } from "./held-roles.server.ts";
import { extendSchema } from "./invite.schema.server.ts";
import { pendingInvitations } from "./pending-invitations.server.ts";
import { dayAfter, today } from "./role-days.ts";
import { roleLog } from "./role-log.server.ts";

/** The roles of a desk's places, who was invited, and the way to the log. */
export async function rolesPage(viewer: AccountViewer, desk: Desk) {
  return {
    ...wordsFor(viewer.locale, "roles"),
    title: serverT(viewer.locale, "roles")("list.title"),
    desk,
    roles: await heldRoles(viewer, desk),
    invitations: await pendingInvitations(viewer, desk),
  };
}

/** What happened with the roles of a desk's places. */
export async function roleLogPage(viewer: AccountViewer, desk: Desk) {
  return { ...wordsFor(viewer.locale, "roles"), title: serverT(viewer.locale, "roles")("log.title"), desk, lines: await roleLog(viewer, desk) };
}

/** One role of a desk, to be ended or extended. @throws 404 where there is none for this viewer */
export async function rolePage(viewer: AccountViewer, desk: Desk, id: string, deed: "end" | "extend") {
  const [role] = await heldRoles(viewer, desk, id);
  if (!role || (deed === "extend" && (role.until === null || role.mine))) throw notFound();
  return {
    ...wordsFor(viewer.locale, "roles"),
    title: serverT(viewer.locale, "roles")(`${deed}.title`),
    desk,
    role,
    days: { first: today(), year: dayAfter({ years: 1 }), last: dayAfter({ years: 2 }) },
  };
}

/** Ends a role of a desk. @throws 404 where there is none for this viewer */
export async function answerEnd(viewer: AccountViewer, desk: Desk, id: string) {
  const [role] = await heldRoles(viewer, desk, id);
  if (!role) throw notFound();
  const t = serverT(viewer.locale, "roles");
  const outcome = await endHeldRole(viewer, id);
  if (outcome === null) throw notFound();
  if (outcome === "last") return formProblem({ errors: { form: t("end.last") }, values: {} });
  // Who ended the own last role has no desk any more.
  return redirectWithFlash(role.mine ? "/begin" : `/${desk}/rollen`, { text: t("end.done") });
}

/** Gives a role of a desk another last day. @throws 404 where there is none for this viewer */
export async function answerExtend(viewer: AccountViewer, desk: Desk, id: string, request: Request) {
  const form = parseForm(extendSchema(viewer), await readForm(request));
  const [role] = await heldRoles(viewer, desk, id);
  if (!role || role.mine || role.until === null) throw notFound();
  if (!form.ok) return formProblem(form);
  const t = serverT(viewer.locale, "roles");
  if (form.value.endsOn < role.since) return formProblem({ errors: { endsOn: t("form.endBeforeStart") }, values: form.values });
  if ((await extendRole(viewer, id, form.value.endsOn)) !== "changed") throw notFound();
  return redirectWithFlash(`/${desk}/rollen`, { text: t("extend.done", { date: dayInWords(form.value.endsOn, viewer.locale) }) });
}

/** Sends an open invitation once more, or takes it back. @throws 404 where there is none at this desk */
export async function answerInvitationForm(viewer: AccountViewer, desk: Desk, id: string, request: Request, ip: string) {
  const t = serverT(viewer.locale, "roles");
  const back = `/${desk}/rollen`;
  if (formValues(await readForm(request)).wat !== "opnieuw") {
    if (!(await takeBackInvitation(viewer, desk, id))) throw notFound();
    return redirectWithFlash(back, { text: t("list.takenBack") });
  }
  const refusal = await sendInvitationAgain(viewer, desk, id, ip);
  if (refusal === "none") throw notFound();
  if (refusal) return redirectWithFlash(back, { text: tooManyInWords(viewer.locale, refusal.secondsToWait)[0].problem });
  return redirectWithFlash(back, { text: t("list.sentAgain") });
}
