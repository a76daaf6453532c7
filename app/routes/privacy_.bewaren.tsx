import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Kept, rulesInOrder } from "../features/privacy/retention-rules.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** What goes when, from the list by which it goes. */
export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "retention"), title: serverT(locale, "retention")("title"), rules: rulesInOrder().map(([name, { kept }]) => ({ name, kept })) };
}

export default function HowLong() {
  const t = useT("retention");
  const { title, rules } = useLoaderData<typeof loader>();
  const time = (kept: Kept) => (kept === "served" ? t("kept.served") : "days" in kept ? t("kept.days", { count: kept.days }) : "months" in kept ? t("kept.months", { count: kept.months }) : t("kept.years", { count: kept.years }));
  return (
    <Page title={title} intro={t("intro")} back={{ to: "/privacy", words: t("back") }}>
      <Section title={t("listTitle")}>
        <table className="w-full rounded-card border border-line bg-surface text-left">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="p-3">{t("what")}</th>
              <th scope="col" className="p-3">{t("when")}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rules.map(({ name, kept }) => (
              <tr key={name}>
                <th scope="row" className="p-3 align-top font-normal">{t(`rules.${name}`)}</th>
                <td className="p-3 align-top font-semibold">{time(kept)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t("staysTitle")}>
        <p className="measure">{t("stays")}</p>
      </Section>
      <Section title={t("backupsTitle")}>
        <p className="measure">{t("backups")}</p>
      </Section>
    </Page>
  );
}
