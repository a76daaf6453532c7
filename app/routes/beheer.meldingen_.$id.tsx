import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { LookAtItem } from "../features/moderation/look-at-item.tsx";
import { lookAtReported } from "../features/moderation/look-at-reported.server.ts";
import { ReportDecision } from "../features/moderation/report-decision.tsx";
import { moderatedReport } from "../features/moderation/reports.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Facts, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const report = await asViewer(moderator, (tx) => moderatedReport(tx, moderator, id));
  if (!report) throw notFound();
  const title = serverT(moderator.locale, "moderation")("report.title", { receipt: report.receipt });
  return { ...wordsFor(moderator.locale, "catalogue"), title, report };
}

/** Looking is a deed: it is written down, so it never happens by opening a page. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const item = await asViewer(moderator, (tx) => lookAtReported(tx, id));
  if (!item) throw notFound();
  return { item };
}

export default function Report() {
  const t = useT("moderation");
  const words = useT("reports");
  const day = useDay();
  const { report, title } = useLoaderData<typeof loader>();
  const item = useActionData<typeof action>()?.item;
  return (
    <Page title={title} back={{ to: "/beheer/meldingen", words: t("report.back") }}>
      <Facts
        facts={[
          { name: t("report.category"), value: words(`categories.${report.category}`) },
          { name: t("report.about"), value: <span className="inline-block first-letter:uppercase">{t(`subject.${report.subjectKind}`)}</span> },
          { name: t("report.neighbourhood"), value: report.neighbourhoodName },
          { name: t("report.date"), value: day(report.createdAt) },
          { name: t("report.note"), value: report.note ?? t("report.noNote") },
        ]}
      />
      <LookAtItem item={item} decided={report.closedAt !== null} />
      {report.closedAt ? (
        <ReportDecision report={report} closedAt={report.closedAt} />
      ) : (
        <Section title={t("report.decide")}>
          <p className="flex flex-wrap gap-3">
            <ButtonLink look="danger" to={`/beheer/meldingen/${report.id}/verbergen`}>
              {t("report.hide")}
            </ButtonLink>
            <ButtonLink look="secondary" to={`/beheer/meldingen/${report.id}/laten-staan`}>
              {t("report.keep")}
            </ButtonLink>
          </p>
        </Section>
      )}
    </Page>
  );
}
