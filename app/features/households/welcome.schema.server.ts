import { z } from "zod";
import type { Locale } from "../../../db/schema/auth.ts";
import { involvements } from "../../../db/schema/people.ts";
import { serverT } from "../../i18n/words.server.ts";
import { nameField } from "./join.schema.server.ts";

/** How involved somebody wants to be. */
export function involvementForm(locale: Locale) {
  return z.object({ meedoen: z.enum(involvements, { message: serverT(locale, "join")("welcome.involvementEmpty") }) });
}

/** The name that neighbours see: a chosen one, or null for "iemand uit de straat". */
export function nameForm(locale: Locale) {
  const own = z.object({ keuze: z.literal("eigen"), naam: nameField(serverT(locale, "join")("welcome.nameWrong")) }).transform(({ naam }) => naam as string | null);
  return z.union([own, z.object({ keuze: z.literal("straat") }).transform(() => null)]);
}

/** Whether the household may be counted in published figures. */
export const figuresForm = z.object({ cijfers: z.enum(["ja", "nee"]).default("nee") });
