import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { organisation } from "../features/privacy/organisation.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ContactFacts } from "../ui/contact-facts.tsx";
import { Page, Section } from "../ui/page.tsx";
import { PublicFooter } from "../ui/public-footer.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "pages"), title: serverT(locale, "pages")("about.title"), organisation: organisation() };
}

export default function About() {
  const t = useT("pages");
  const { title, organisation: runs } = useLoaderData<typeof loader>();
  return (
    <>
      <Page title={title} intro={t("about.intro")}>
        <Section title={t("about.whyTitle")}>
          <p className="measure">{t("about.why")}</p>
        </Section>
        <Section title={t("about.whoTitle")}>
          <p className="measure">{t("about.who", { organisation: runs.name })}</p>
        </Section>
        <Section title={t("about.notTitle")}>
          <ul className="measure list-disc space-y-1.5 pl-5">
            {(["one", "two", "three"] as const).map((words) => (
              <li key={words}>{t(`about.not.${words}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t("about.sourcesTitle")}>
          <p className="measure">{t("about.sources")}</p>
          <p>
            <Link to="/bronnen" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {t("about.sourcesLink")}
            </Link>
          </p>
        </Section>
        <Section title={t("about.codeTitle")}>
          <p className="measure">{t("about.code")}</p>
        </Section>
        <Section title={t("about.contactTitle")}>
          <p className="measure">{t("about.contact", { organisation: runs.name })}</p>
          <ContactFacts organisation={runs} />
        </Section>
      </Page>
      <PublicFooter contact={runs.email} />
    </>
  );
}
