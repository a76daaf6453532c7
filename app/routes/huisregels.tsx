import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { houseRules } from "../features/moderation/house-rules.ts";
import { organisation } from "../features/privacy/organisation.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useLocale, useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page, Section } from "../ui/page.tsx";
import { PublicFooter } from "../ui/public-footer.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "oversight", "pages"), title: serverT(locale, "oversight")("rules.title"), contact: organisation().email };
}

export default function HouseRules() {
  const t = useT("oversight");
  const day = useDay();
  const locale = useLocale();
  const { title, contact } = useLoaderData<typeof loader>();
  return (
    <>
      <Page title={title} intro={t("rules.intro")}>
        <ol className="measure list-decimal space-y-3 pl-6 text-lg">
          {houseRules.rules.map(({ number, text }) => (
            <li key={number} value={number} className="pl-1">
              {text[locale === "en" ? "en" : "nl"]}
            </li>
          ))}
        </ol>
        <p className="text-ink-soft">{t("rules.version", { version: houseRules.version, date: day(new Date(houseRules.since)) })}</p>
        <Section title={t("rules.howTitle")}>
          <ul className="measure list-disc space-y-1.5 pl-5">
            {([1, 2, 3, 4, 5] as const).map((step) => (
              <li key={step}>{t(`rules.how${step}`)}</li>
            ))}
          </ul>
          <p>
            <Link to="/toezicht" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {t("rules.logLink")}
            </Link>
          </p>
        </Section>
      </Page>
      <PublicFooter contact={contact} />
    </>
  );
}
