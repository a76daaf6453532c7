import { Link } from "@remix-run/react";
import type { DwellingType } from "../../../db/schema/choices.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { writtenPostcode } from "../../i18n/postcode.ts";
import { Facts, Section } from "../../ui/page.tsx";
import type { Correctable, Correction } from "../own-home/correction.ts";
import { UndoButton } from "../own-home/undo-button.tsx";
import { addressLine } from "./address-line.ts";
import { HomeLabel } from "./home-label.tsx";
import type { ownHome } from "./own-home.server.ts";

type Home = NonNullable<Awaited<ReturnType<typeof ownHome>>>;
/**
 * What is publicly known of the own home, `inShort` in one line and folded out with its sources and their dates, beside what its household says of it. Needs `home`,
 * `ownHome` and `catalogue`.
 */
export function HomeFacts({ home, own, inShort }: { home: Home; own: Correction | null; inShort: string | null }) {
  const t = useT("home");
  const byHousehold = useT("ownHome");
  return (
    <Section title={t("facts")}>
      <p>{inShort}</p>
      {/* What the household says of its home stays in sight, with the button that takes it back. */}
      <details open={own !== null} className="flex flex-col">
        <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("factsAll")}</summary>
        <div className="mt-3 flex flex-col gap-6">
          <RegisterFacts home={home} own={own} />
          <HomeLabel label={home.label} own={own?.energyClass ?? null} />
        </div>
      </details>
      <p>
        <Link to="/mijn-huis/gegevens" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {byHousehold("link")}
        </Link>
      </p>
    </Section>
  );
}

function RegisterFacts({ home, own }: { home: Home; own: Correction | null }) {
  const t = useT("home");
  const byHousehold = useT("ownHome");
  const names = useT("catalogue");
  const locale = useLocale();
  /** A value of the register, or that of the household with the register's beside it. */
  const fact = <Value extends string | number>(about: Correctable, registered: Value | null, said: Value | null, written: (value: Value) => string | number, note?: string) => {
    const name = t(about === "dwellingType" ? "kind" : about === "areaM2" ? "area" : "builtYear");
    const register = registered === null ? t("unknown") : written(registered);
    if (said === null || said === registered) return { name, value: register, note };
    return { name, value: written(said), note: byHousehold("byYou", { register }), deed: <UndoButton fact={about} /> };
  };
  return (
    <div className="flex flex-col gap-4">
      <Facts
        facts={[
          { name: t("address"), value: addressLine(home), note: [writtenPostcode(home.postcode), home.placeName].filter(Boolean).join(" ") },
          fact("dwellingType", home.dwellingType, own?.dwellingType ?? null, (type: DwellingType) => names(`dwellingTypes.${type}`), t("kindNote")),
          fact("builtYear", home.builtYear, own?.builtYear ?? null, (year) => year),
          fact("areaM2", home.areaM2, own?.areaM2 ?? null, (area) => t("areaValue", { area })),
        ]}
      />
      <p className="text-sm text-ink-soft">{home.sourceDate ? t("source", { date: dayInWords(home.sourceDate, locale) }) : t("sourceNoDate")}</p>
    </div>
  );
}
