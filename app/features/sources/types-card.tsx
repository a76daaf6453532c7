import { Link } from "@remix-run/react";
import { useNumber } from "../../i18n/use-number.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import type { HomesOfType } from "../neighbourhood/homes-by-type.server.ts";

/** Homes in the moderator's neighbourhoods by the type that was derived for them, and why some have none. Needs `sources` and `catalogue`. */
export function TypesCard({ homes }: { homes: HomesOfType[] }) {
  const t = useT("sources");
  const names = useT("catalogue");
  const number = useNumber();
  const all = homes.reduce((sum, one) => sum + one.homes, 0);
  if (all === 0) return null;
  const share = (count: number) => number((100 * count) / all, 1);
  const unknown = homes.find(({ type }) => type === "unknown") ?? { homes: 0, withoutBuilding: 0 };
  return (
    <Section title={t("desk.types")}>
      <p className="measure">{t("desk.typesText", { all: number(all), unknown: number(unknown.homes), share: share(unknown.homes) })}</p>
      <Facts facts={homes.map(({ type, homes: count }) => ({ name: names(`dwellingTypes.${type}`), value: t("desk.typesValue", { homes: number(count), share: share(count) }) }))} />
      {unknown.withoutBuilding > 0 ? <p className="measure text-sm text-ink-soft">{t("desk.typesUnknown", { homes: number(unknown.withoutBuilding) })}</p> : null}
      <p>
        <Link to="/bronnen#soort-woning" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("desk.typesLink")}
        </Link>
      </p>
    </Section>
  );
}
