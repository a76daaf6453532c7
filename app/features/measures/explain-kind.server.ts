import type { Locale } from "../../../db/schema/auth.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { MeasureKind } from "./catalogue.ts";

/** What a measure is in plain words, and what neighbours often ask about it. */
export type KindExplanation = { what: string; asks: [string, string, string] };

/** The explanation of one kind: pages get only those that they show. */
export function explainKind(locale: Locale, kind: MeasureKind): KindExplanation {
  const t = serverT(locale, "explanations");
  return { what: t(`${kind}.what`), asks: [t(`${kind}.ask1`), t(`${kind}.ask2`), t(`${kind}.ask3`)] };
}
