import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Scale } from "lucide-react";
import { reportCategories } from "../../db/schema/choices.ts";
import { type LoggedQuarter, moderationLog } from "../features/moderation/moderation-log.server.ts";
import { organisation } from "../features/privacy/organisation.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Facts, Page, Section } from "../ui/page.tsx";
import { PublicFooter } from "../ui/public-footer.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "oversight", "reports", "pages"), title: serverT(locale, "oversight")("log.title"), contact: organisation().email, quarters: await moderationLog() };
}

export default function Oversight() {
  const t = useT("oversight");
  const { title, contact, quarters } = useLoaderData<typeof loader>();
  return (
    <>
      <Page title={title} intro={t("log.intro")}>
        {quarters.length ? (
          quarters.map((quarter) => <Quarter key={quarter.start} {...quarter} />)
        ) : (
          <EmptyState icon={<Scale />} title={t("log.none")}>
            {t("log.noneText")}
          </EmptyState>
        )}
        <Section title={t("log.howTitle")}>
          <p className="measure">{t("log.how")}</p>
          <p>
            <Link to="/huisregels" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {t("log.rulesLink")}
            </Link>
          </p>
        </Section>
      </Page>
      <PublicFooter contact={contact} />
    </>
  );
}

function Quarter({ start, figures }: LoggedQuarter) {
  const t = useT("oversight");
  const reports = useT("reports");
  const [year, month] = start.split("-").map(Number) as [number, number];
  const title = t("log.quarter", { number: (month + 2) / 3, year });
  if (!figures) {
    return (
      <Section title={title}>
        <Facts facts={[{ name: t("log.decisions"), value: t("log.few"), note: t("log.fewText") }]} />
      </Section>
    );
  }
  const { decisions, medianHours: hours, overturnedPercent, perCategory } = figures;
  return (
    <Section title={title}>
      <Facts
        facts={[
          { name: t("log.decisions"), value: decisions },
          { name: t("log.addresses"), value: perCategory.address ?? 0 },
          { name: t("log.median"), value: hours < 48 ? t("log.hours", { count: hours }) : t("log.days", { count: Math.round(hours / 24) }), note: t("log.medianNote") },
          { name: t("log.overturned"), value: t("log.percent", { count: overturnedPercent }) },
        ]}
      />
      <h3 className="font-semibold">{t("log.perCategory")}</h3>
      <Facts facts={reportCategories.map((category) => ({ name: reports(`categories.${category}`), value: perCategory[category] ?? 0 }))} />
    </Section>
  );
}
