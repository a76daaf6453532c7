import { render } from "@react-email/render";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { createElement, type ReactElement } from "react";
import { NoticeMail } from "../../../emails/notice-mail.tsx";
import { ProofMail } from "../../../emails/proof-mail.tsx";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { account, emailChange, type Locale, waiting } from "../../../db/schema/auth.ts";
import { missingAddress } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";
import { contact } from "../../http/contact.server.ts";
import { signId } from "../../http/signed-id.server.ts";
import { dayInWords } from "../../i18n/day.ts";
import { serverT } from "../../i18n/words.server.ts";
import { prepareInvitation } from "../households/prepare-invitation.server.ts";
import { cooperativeOfAccount } from "../roles/cooperative-of-account.server.ts";
import { endsOn } from "../privacy/end-inactive.server.ts";
import { prepareRoleInvitation } from "../roles/prepare-role-invitation.server.ts";
import { confirmationOf } from "../purchases/confirmation.server.ts";
import { prepareProof } from "../session/prepare-proof.server.ts";
import { showCode } from "../session/short-code.ts";
import { type MailTemplate, noticePaths, type NoticeTemplate } from "./templates.ts";
import type { Mail } from "./mail.ts";

export type OutboxIds = { template: string; accountId: string | null; proofId: string | null; subjectId: string | null };

/**
 * Makes a mail from the ids in the outbox, as things are now.
 * @returns null when there is nothing to say any more: used, withdrawn or gone
 * @throws when the template is unknown
 */
export async function composeMail({ template, accountId, proofId, subjectId }: OutboxIds): Promise<Mail | null> {
  const name = template as MailTemplate;
  if (isNotice(name)) return accountId ? notice(name, accountId) : null;
  if (name === "account-inactive") return accountId ? inactive(accountId) : null;
  if (name === "proof") return proofId ? proof(proofId) : null;
  // Those are made many at a time: see compose-batch.
  if (name === "notices-at-once" || name === "notices-digest") return null;
  if (!subjectId) return null;
  switch (name) {
    case "claim-ended":
      return accountId ? claimEnded(accountId, subjectId) : null;
    case "purchase-ordered":
    case "purchase-withdrawn":
      return accountId ? purchaseConfirmation(name, accountId, subjectId) : null;
    case "invitation":
      return invitation(subjectId);
    case "role-invitation":
      return roleInvitation(subjectId);
    case "email-leaving":
      return emailLeaving(subjectId);
    case "waiting-served":
      return waitingServed(subjectId);
    case "missing-address-handled":
      return missingAddressHandled(subjectId);
    default:
      throw new Error(`There is no mail "${name satisfies never}".`);
  }
}

function isNotice(name: MailTemplate): name is NoticeTemplate {
  return Object.hasOwn(noticePaths, name);
}

async function notice(template: NoticeTemplate, accountId: string): Promise<Mail | null> {
  const { to, organisation } = await asAuth(async (tx) => {
    const [found] = await tx.select({ email: account.email, locale: account.locale }).from(account).where(eq(account.id, accountId));
    return { to: found, organisation: await cooperativeOfAccount(tx, accountId) };
  });
  if (!to) return null;
  const t = serverT(to.locale, "mail");
  const words = { subject: t(`notice.${template}.subject`), text: t(`notice.${template}.text`, { organisation }), action: t(`notice.${template}.action`), why: t("noticeWhy") };
  return sheet(to.email, to.locale, words, urlOf(noticePaths[template]));
}

async function inactive(accountId: string): Promise<Mail | null> {
  const [to] = await asAuth((tx) =>
    tx
      .select({ email: account.email, locale: account.locale, day: endsOn.mapWith(account.createdAt) })
      .from(account)
      .where(and(eq(account.id, accountId), isNotNull(account.inactiveToldAt))),
  );
  if (!to) return null;
  const t = serverT(to.locale, "mail");
  const day = dayInWords(to.day, to.locale);
  const words = { subject: t("inactive.subject"), text: t("inactive.text", { day }), action: t("inactive.action"), why: t("noticeWhy") };
  return sheet(to.email, to.locale, words, urlOf("/inloggen"));
}

async function proof(proofId: string): Promise<Mail | null> {
  const prepared = await prepareProof(proofId);
  if (!prepared) return null;
  const { email, locale, purpose, token, code, known } = prepared;
  const t = serverT(locale, "mail");
  if (purpose === "log_in" && !known) {
    return sheet(email, locale, { subject: t("unknown.subject"), text: t("unknown.text"), action: t("unknown.action"), why: t("unknown.why") }, urlOf("/meedoen"));
  }
  const link = urlOf(`/bevestig/${token}`);
  const stop = purpose === "confirm_waiting" ? await linkToStopWaiting(email) : undefined;
  return written(email, t(`proof.${purpose}.subject`), createElement(ProofMail, { t, locale, purpose, link, code: showCode(code), stop }));
}

async function linkToStopWaiting(email: string): Promise<string | undefined> {
  const [row] = await asAuth((tx) => tx.select({ id: waiting.id }).from(waiting).where(eq(waiting.email, email)).limit(1));
  return row && urlOf(`/wachtlijst/stoppen/${signId("leaving the waiting list", row.id)}`);
}

async function purchaseConfirmation(template: "purchase-ordered" | "purchase-withdrawn", accountId: string, signUpId: string): Promise<Mail | null> {
  const [to] = await asAuth((tx) => tx.select({ email: account.email, locale: account.locale }).from(account).where(eq(account.id, accountId)));
  const facts = to && (await asWorker((tx) => confirmationOf(tx, signUpId, to.locale)));
  if (!to || !facts) return null;
  const t = serverT(to.locale, "mail");
  const key = template === "purchase-ordered" ? "purchaseOrdered" : "purchaseWithdrawn";
  const words = { subject: t(`${key}.subject`, facts), text: `${t(`${key}.text`, facts)} ${template === "purchase-ordered" ? t(facts.until ? "purchaseOrdered.until" : "purchaseOrdered.fromDelivery", facts) : ""}`.trim(), action: t(`${key}.action`), why: t(`${key}.why`) };
  return sheet(to.email, to.locale, words, urlOf(`/samen-inkopen/aanmelding/${signUpId}`));
}

async function invitation(id: string): Promise<Mail | null> {
  const prepared = await prepareInvitation(id);
  if (!prepared) return null;
  const t = serverT(prepared.locale, "mail");
  const words = { subject: t("invitation.subject"), text: t("invitation.text"), action: t("invitation.action"), why: t("invitation.why") };
  return sheet(prepared.email, prepared.locale, words, urlOf(`/uitnodiging/${prepared.token}`));
}

async function roleInvitation(id: string): Promise<Mail | null> {
  const invited = await prepareRoleInvitation(id);
  if (!invited) return null;
  const { email, locale, role, token, streetName, buildingAddress, neighbourhoodName, municipalityName } = invited;
  const t = serverT(locale, "mail");
  const words = serverT(locale, "roles");
  const place = buildingAddress ? words("place.building", { address: buildingAddress }) : streetName ? words("place.street", { street: streetName }) : (neighbourhoodName ?? municipalityName);
  const text = `${t(`roleInvitation.${role}`, { place })} ${t("roleInvitation.text")}`;
  return sheet(email, locale, { subject: t("roleInvitation.subject"), text, action: t("roleInvitation.action"), why: t("roleInvitation.why") }, urlOf(`/rol/${token}`));
}

async function emailLeaving(id: string): Promise<Mail | null> {
  const [change] = await asAuth((tx) =>
    tx
      .select({ email: emailChange.oldEmail, locale: account.locale })
      .from(emailChange)
      .innerJoin(account, eq(account.id, emailChange.accountId))
      .where(and(eq(emailChange.id, id), isNull(emailChange.cancelledAt), isNull(emailChange.appliedAt))),
  );
  if (!change) return null;
  const t = serverT(change.locale, "mail");
  const words = { subject: t("emailLeaving.subject"), text: t("emailLeaving.text"), action: t("emailLeaving.action"), why: t("emailLeaving.why") };
  return sheet(change.email, change.locale, words, urlOf(`/oud-mailadres/${signId("leaving a mailbox", id)}`));
}

async function claimEnded(accountId: string, claimId: string): Promise<Mail | null> {
  const [to] = await asAuth((tx) => tx.select({ email: account.email, locale: account.locale }).from(account).where(eq(account.id, accountId)));
  const [claim] = await asWorker((tx) => tx.select({ reason: addressClaim.reason }).from(addressClaim).where(eq(addressClaim.id, claimId)));
  if (!to || !claim) return null;
  const t = serverT(to.locale, "mail");
  const words = { subject: t("claimEnded.subject"), text: t("claimEnded.text", { reason: claim.reason ?? "" }), action: t("claimEnded.action"), why: t("claimEnded.why", { contact: contact() }) };
  return sheet(to.email, to.locale, words, urlOf("/meedoen"));
}

async function waitingServed(id: string): Promise<Mail | null> {
  const [row] = await asAuth((tx) => tx.select({ email: waiting.email, locale: waiting.locale }).from(waiting).where(eq(waiting.id, id)));
  if (!row) return null;
  const t = serverT(row.locale, "mail");
  const words = { subject: t("waitingServed.subject"), text: t("waitingServed.text"), action: t("waitingServed.action"), why: t("waitingServed.why") };
  return sheet(row.email, row.locale, words, urlOf("/meedoen"));
}

async function missingAddressHandled(id: string): Promise<Mail | null> {
  const [row] = await asWorker((tx) => tx.select({ email: missingAddress.email, locale: missingAddress.locale, outcome: missingAddress.outcome }).from(missingAddress).where(eq(missingAddress.id, id)));
  if (!row?.outcome) return null;
  const t = serverT(row.locale, "mail");
  const words = { subject: t("missingAddress.subject"), text: t("missingAddress.text", { outcome: row.outcome }), action: t("missingAddress.action"), why: t("missingAddress.why") };
  return sheet(row.email, row.locale, words, urlOf("/meedoen"));
}

function sheet(to: string, locale: Locale, words: { subject: string; text: string; action: string; why: string }, link: string): Promise<Mail> {
  return written(to, words.subject, createElement(NoticeMail, { t: serverT(locale, "mail"), locale, words, link }));
}

async function written(to: string, subject: string, mail: ReactElement): Promise<Mail> {
  return { to, subject, html: await render(mail), text: await render(mail, { plainText: true }) };
}

function urlOf(path: string): string {
  return new URL(path, env().APP_URL).href;
}
