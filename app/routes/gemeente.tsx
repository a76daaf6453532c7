import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChartNoAxesColumn } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { municipalityNames } from "../features/insights/municipality-names.server.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const municipalities = await asViewer(official, (tx) => municipalityNames(tx, official.officialOf));
  return { ...wordsFor(official.locale, "moderation"), title: serverT(official.locale, "moderation")("official.title"), municipalities };
}

export default function Figures() {
  const t = useT("moderation");
  const { municipalities } = useLoaderData<typeof loader>();
  return (
    <Page title={t("official.title")} intro={municipalities.join(", ")}>
      <EmptyState icon={<ChartNoAxesColumn />} title={t("official.none")}>
        {t("official.noneText")}
      </EmptyState>
      <Section title={t("official.whatTitle")}>
        <ul className="list-disc pl-5">
          <li className="measure">{t("official.what1")}</li>
          <li className="measure">{t("official.what2")}</li>
          <li className="measure">{t("official.what3")}</li>
        </ul>
      </Section>
      <Section title={t("official.howTitle")}>
        <p className="measure">{t("official.how")}</p>
      </Section>
    </Page>
  );
}
