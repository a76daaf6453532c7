import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { KeptPart } from "../features/privacy/kept-part.tsx";
import { keptOfPeople } from "../features/privacy/kept-of-people.server.ts";
import { organisation } from "../features/privacy/organisation.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ContactFacts } from "../ui/contact-facts.tsx";
import { Page, Section } from "../ui/page.tsx";
import { PublicFooter } from "../ui/public-footer.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

const viewers = ["neighbours", "small", "flats", "moderator", "municipality", "companies"] as const;

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const t = serverT(locale, "inventory");
  const heads = { what: t("table.what"), kept: t("table.kept"), why: t("table.why"), who: t("table.who"), basis: t("table.basis"), notInDownload: t("table.notInDownload") };
  return { ...wordsFor(locale, "pages"), title: serverT(locale, "pages")("privacyPage.title"), organisation: organisation(), subjects: keptOfPeople(locale), heads };
}

export default function Privacy() {
  const t = useT("pages");
  const { title, organisation: runs, subjects, heads } = useLoaderData<typeof loader>();
  return (
    <>
      <Page title={title} intro={t("privacyPage.intro")}>
        <Section title={t("privacyPage.whoTitle")}>
          <ul className="measure list-disc space-y-1.5 pl-5">
            {viewers.map((who) => (
              <li key={who}>{t(`privacyPage.who.${who}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t("privacyPage.keepTitle")}>
          <p className="measure">{t("privacyPage.keepText")}</p>
          <KeptPart subjects={subjects} words={heads} />
        </Section>
        <p>
          <Link to="/privacy/bewaren" className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
            {t("privacyPage.keepLink")}
          </Link>
        </p>
        <Section title={t("privacyPage.notTitle")}>
          <p className="measure">{t("privacyPage.not")}</p>
        </Section>
        <Section title={t("privacyPage.howTitle")}>
          <p className="measure">{t("privacyPage.how")}</p>
        </Section>
        <Section title={t("privacyPage.othersTitle")}>
          <p className="measure">{t("privacyPage.others")}</p>
          <p>
            <Link to="/bronnen" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {t("privacyPage.sourcesLink")}
            </Link>
          </p>
        </Section>
        <Section title={t("privacyPage.rightsTitle")}>
          <p className="measure">{t("privacyPage.rights")}</p>
          <p>
            <Link to="/toestemmingen" className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
              {t("privacyPage.rightsLink")}
            </Link>
          </p>
        </Section>
        <Section title={t("privacyPage.ageTitle")}>
          <p>{t("privacyPage.age")}</p>
        </Section>
        <Section title={t("privacyPage.responsibleTitle")}>
          <p className="measure">{t("privacyPage.responsible", { organisation: runs.name })}</p>
          <ContactFacts organisation={runs} />
        </Section>
      </Page>
      <PublicFooter contact={runs.email} />
    </>
  );
}
