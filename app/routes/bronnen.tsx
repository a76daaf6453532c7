import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { organisation } from "../features/privacy/organisation.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { shownSources } from "../features/sources/shown-sources.server.ts";
import { SourceList } from "../features/sources/source-list.tsx";
import { TypeRule } from "../features/sources/type-rule.tsx";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page, Section } from "../ui/page.tsx";
import { PublicFooter } from "../ui/public-footer.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "sources", "pages", "catalogue"), title: serverT(locale, "sources")("page.title"), contact: organisation().email, sources: await shownSources() };
}

export default function Sources() {
  const t = useT("sources");
  const { title, contact, sources } = useLoaderData<typeof loader>();
  return (
    <>
      <Page title={title} intro={t("page.intro")}>
        <SourceList sources={sources} />
        <TypeRule />
        <Section title={t("page.ownTitle")}>
          <p className="measure">{t("page.own")}</p>
          <p>
            <Link to="/privacy" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {t("page.ownLink")}
            </Link>
          </p>
        </Section>
      </Page>
      <PublicFooter contact={contact} />
    </>
  );
}
