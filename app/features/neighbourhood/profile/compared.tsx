import { useLocale, useT } from "../../../i18n/use-t.tsx";
import type { AreaName } from "./areas-here.server.ts";

/** With which areas the neighbourhood is compared; where no figures of the country are loaded it says so. Needs `profile`. */
export function Compared({ areas }: { areas: AreaName[] }) {
  const t = useT("profile");
  const locale = useLocale();
  const around = areas.flatMap(({ level, name }) => (level === "neighbourhood" ? [] : [t(`people.with.${level}`, { name })]));
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(around);
  return (
    <p className="-mt-2">
      {around.length > 0 ? t("people.compared", { list }) : null} {areas.some(({ level }) => level === "country") ? null : t("people.noCountry")}
    </p>
  );
}
