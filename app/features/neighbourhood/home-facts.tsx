import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { writtenPostcode } from "../../i18n/postcode.ts";
import { Facts, Section } from "../../ui/page.tsx";
import { HomeLabel } from "./home-label.tsx";
import type { ownHome } from "./own-home.server.ts";

type Home = NonNullable<Awaited<ReturnType<typeof ownHome>>>;

/** An address in one line, without the place. */
export function addressLine({ streetName, houseNumber, houseLetter, houseAddition }: Pick<Home, "streetName" | "houseNumber" | "houseLetter" | "houseAddition">): string {
  return `${streetName ?? ""} ${houseNumber ?? ""}${houseLetter ?? ""}${houseAddition ? `-${houseAddition}` : ""}`.trim();
}

/** What is publicly known of the own home, with its sources and their dates, and where to have it corrected. Needs `home` and `catalogue`. */
export function HomeFacts({ home }: { home: Home }) {
  return (
    <>
      <RegisterFacts home={home} />
      <HomeLabel label={home.label} />
    </>
  );
}

function RegisterFacts({ home }: { home: Home }) {
  const t = useT("home");
  const names = useT("catalogue");
  const locale = useLocale();
  return (
    <Section title={t("facts")}>
      <Facts
        facts={[
          { name: t("address"), value: addressLine(home), note: [writtenPostcode(home.postcode), home.placeName].filter(Boolean).join(" ") },
          { name: t("kind"), value: names(`dwellingTypes.${home.dwellingType ?? "unknown"}`), note: t("kindNote") },
          { name: t("builtYear"), value: home.builtYear ?? t("unknown") },
          { name: t("area"), value: home.areaM2 === null ? t("unknown") : t("areaValue", { area: home.areaM2 }) },
        ]}
      />
      <div className="text-sm text-ink-soft">
        <p>{home.sourceDate ? t("source", { date: dayInWords(home.sourceDate, locale) }) : t("sourceNoDate")}</p>
        <details>
          <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("wrong")}</summary>
          <p className="measure">{t("wrongText")}</p>
        </details>
      </div>
    </Section>
  );
}
