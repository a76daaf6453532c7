import type { Locale } from "../../../db/schema/auth.ts";
import { chosenLocale } from "../../i18n/locale.server.ts";
import { currentViewer, type GuardArgs } from "./guards.server.ts";

/** The language of a page that is for everybody: of the account, else of the browser's switch. */
export async function pageLocale(args: GuardArgs): Promise<Locale> {
  return (await currentViewer(args))?.locale ?? chosenLocale(args.request);
}
