import type { BrowserContext, Page } from "@playwright/test";
import { dayAfter, today } from "../../app/features/roles/role-days.ts";
import { mailWith, mainOf, sendForm } from "./mail.ts";
import { freshen } from "./second-step.ts";
import { behind, type Way } from "./ways.ts";

// How to come to pages about roles, which ask for the second step again after ten minutes.

type Staff = "moderator" | "gemeente";
export const days = { startsOn: today(), endsOn: dayAfter({ years: 1 }) };

/** Sees to it that the second step was just shown. */
const fresh = (page: Page, person: Staff) => freshen(page, person === "moderator" ? "/beheer/rollen" : "/gemeente/rollen", person);

export const freshly = (person: Staff, path: string): Way => async (page) => {
  await fresh(page, person);
  return path;
};

export const changeOfRole = (deed: "einde" | "verlenging"): Way => async (page) => {
  await fresh(page, "moderator");
  return behind("first", "/beheer/rollen", "/beheer/rollen/", `/${deed}`)(page);
};

/** Invites a mailbox that nobody has; gives the link in the mail. */
async function invite(page: Page, desk: "beheer" | "gemeente", form: Record<string, string>): Promise<string> {
  const email = `rol-${Date.now()}@voorbeeld.test`;
  await sendForm(page, `/${desk}/rollen/uitnodigen`, { ...days, ...form, email, locale: "nl" });
  return (await mailWith(page, email, /https?:\/\/[^\s"<]+\/rol\/[\w-]+/)).found;
}

/** An invitation to moderate, opened by who gets it. */
export const invitedToRole: Way = async (page) => {
  await fresh(page, "moderator");
  const link = await invite(page, "beheer", { role: "moderator", place: "BU99010101" });
  await page.context().clearCookies();
  return link;
};

/** The role of another official, who has just accepted it. */
export const changeOfOfficial = (deed: "einde" | "verlenging"): Way => async (page) => {
  await fresh(page, "gemeente");
  const guest = (await page.context().browser()!.newContext()) as BrowserContext;
  const link = await invite(page, "gemeente", { role: "official" });
  await guest.request.get(link);
  await sendForm(guest, new URL("/rol", link).href, { antwoord: "ja", klopt: "ja" });
  await guest.close();
  const [path] = /\/gemeente\/rollen\/[0-9a-f-]{36}\/verlenging/.exec(await mainOf(page, "/gemeente/rollen")) ?? [];
  return path!.replace("verlenging", deed);
};
