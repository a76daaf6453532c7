import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { retentionRuns } from "../features/privacy/retention-runs.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { momentInWords } from "../i18n/day.ts";
import { useNumber } from "../i18n/use-number.ts";
import { useLocale, useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Facts, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** How much the last runs let go of; never of whom. */
export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const runs = await asViewer(moderator, (tx) => retentionRuns(tx));
  return { ...wordsFor(moderator.locale, "retention"), title: serverT(moderator.locale, "retention")("runs.title"), runs };
}

export default function LastRuns() {
  const t = useT("retention");
  const locale = useLocale();
  const number = useNumber();
  const { title, runs } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("runs.intro")}>
      {runs.length === 0 ? (
        <EmptyState icon={<Trash2 />} title={t("runs.none")}>
          {t("runs.noneText")}
        </EmptyState>
      ) : null}
      {runs.map(({ id, at, counts }) => (
        <Section key={id} title={momentInWords(at, locale)}>
          {counts.length > 0 ? <Facts facts={counts.map(({ rule, count }) => ({ name: t(`rules.${rule}`), value: count === null ? t("runs.few") : number(count) }))} /> : <p>{t("runs.nothing")}</p>}
        </Section>
      ))}
      <p>
        <Link to="/privacy/bewaren" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("runs.public")}
        </Link>
      </p>
    </Page>
  );
}
