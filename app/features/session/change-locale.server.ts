import { eq } from "drizzle-orm";
import { account, type Locale } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "./viewer.ts";

/** Chooses the language of one's pages and mails. */
export async function changeLocale(viewer: AccountViewer, locale: Locale): Promise<void> {
  await asAuth((tx) => tx.update(account).set({ locale }).where(eq(account.id, viewer.accountId)));
}
