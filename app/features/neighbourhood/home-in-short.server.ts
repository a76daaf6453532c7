import type { Locale } from "../../../db/schema/choices.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { ReckonedLabel } from "../own-home/correction.ts";
import { addressLine } from "./address-line.ts";
import type { ownHome } from "./own-home.server.ts";

/** Each fact as the household says it, or else the register. */
type Reckoned = Omit<NonNullable<Awaited<ReturnType<typeof ownHome>>>, "label"> & { label: ReckonedLabel };

/** Address, kind, year, area and label of a home in one line; what is unknown is left out. */
export function homeInShort(locale: Locale, home: Reckoned): string {
  const t = serverT(locale, "home");
  const { dwellingType, builtYear, areaM2, label } = home;
  return [
    addressLine(home),
    dwellingType && dwellingType !== "unknown" ? serverT(locale, "catalogue")(`dwellingTypes.${dwellingType}`) : null,
    builtYear,
    areaM2 ? t("areaValue", { area: areaM2 }) : null,
    label && label !== "none" ? t(label.expired ? "labelShortExpired" : "labelShort", { class: label.energyClass }) : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
