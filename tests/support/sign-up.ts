import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { letter } from "../../db/schema/sharing.ts";
import { asAuth } from "../../db/viewer.server.ts";
import { proveSignup } from "../../app/features/households/prove-signup.server.ts";
import { startSignup } from "../../app/features/households/start-signup.server.ts";
import { currentViewer, requireModerator } from "../../app/features/session/guards.server.ts";
import { useLink } from "../../app/features/session/use-proof.server.ts";
import type { AccountViewer } from "../../app/features/session/viewer.ts";
import { logIn, requestTo } from "./log-in.ts";
import { deliveredMails, tokenIn } from "./mail.ts";
import { codeOn } from "./letter-code.ts";
import { fetched } from "./print-letters.ts";
import { accountWithoutHome, dwelling, moderatorOf, neighbourhood, type TestDwelling } from "./people.ts";

let visitors = 0;
/** An address of the network that nobody had before. */
export const nextIp = () => `10.1.${++visitors >> 8}.${visitors & 255}`;

/** An account as a page knows it. */
export const viewerOf = async (accountId: string, options = {}) => (await currentViewer(requestTo("/", await logIn(accountId, options)))) as AccountViewer;

/** A home where nobody lives yet, in a neighbourhood of its own. */
export const somewhere = async () => dwelling((await neighbourhood()).code);

/** Somebody with a proven mailbox who says to live at an address. */
export async function signedUp(home: TestDwelling, email = `${crypto.randomUUID()}@voorbeeld.test`) {
  const browserHash = crypto.randomUUID();
  expect(await startSignup({ dwellingId: home.id, email, locale: "nl", ip: nextIp(), browserHash })).toBeNull();
  const mail = (await deliveredMails()).find((each) => each.to === email)!;
  const proven = await useLink(tokenIn(mail), browserHash, proveSignup);
  if (typeof proven === "string") throw new Error(proven);
  return { ...proven, email, viewer: await viewerOf(proven.accountId) };
}

/** Somebody who moderates a neighbourhood. */
export async function moderator(code: string) {
  const { id } = await accountWithoutHome();
  await moderatorOf(id, code);
  return requireModerator(requestTo("/beheer", await logIn(id, { staff: true })));
}

/** The letters to an address, the first one first. */
export const lettersAt = (home: TestDwelling) => asAuth((tx) => tx.select().from(letter).where(eq(letter.dwellingId, home.id)).orderBy(letter.requestedAt));
/** Prints every letter to an address that may be printed, by a file that is made, fetched and read. */
export async function printAll(home: TestDwelling): Promise<{ letterId: string; code: string; text: string }[]> {
  const letterIds = (await lettersAt(home)).map((each) => each.id);
  if (letterIds.length === 0) return [];
  const printer = await moderator(home.neighbourhoodCode);
  const { id, pages } = await fetched(printer, { neighbourhoodCode: home.neighbourhoodCode, choice: "requested", letterIds });
  const printed = (await lettersAt(home)).filter((each) => each.batchId === id);
  return printed.map(({ id: letterId }, index) => ({ letterId, code: codeOn(pages[index]!), text: pages[index]!.text }));
}
