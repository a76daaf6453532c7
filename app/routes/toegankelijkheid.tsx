import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organisation } from "../features/privacy/organisation.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ContactFacts } from "../ui/contact-facts.tsx";
import { Page, Section } from "../ui/page.tsx";
import { PublicFooter } from "../ui/public-footer.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

const done = ["keyboard", "list", "script", "contrast", "words", "zoom"] as const;

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "pages"), title: serverT(locale, "pages")("accessibility.title"), organisation: organisation() };
}

export default function Accessibility() {
  const t = useT("pages");
  const { title, organisation: runs } = useLoaderData<typeof loader>();
  return (
    <>
      <Page title={title} intro={t("accessibility.intro")}>
        <Section title={t("accessibility.doneTitle")}>
          <ul className="measure list-disc space-y-1.5 pl-5">
            {done.map((words) => (
              <li key={words}>{t(`accessibility.done.${words}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t("accessibility.standardTitle")}>
          <p className="measure">{t("accessibility.standard")}</p>
        </Section>
        <Section title={t("accessibility.limitsTitle")}>
          <p className="measure">{t("accessibility.limits")}</p>
        </Section>
        <Section title={t("accessibility.tellTitle")}>
          <p className="measure">{t("accessibility.tell")}</p>
          <ContactFacts organisation={runs} />
        </Section>
      </Page>
      <PublicFooter contact={runs.email} />
    </>
  );
}
