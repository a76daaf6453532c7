import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { AppealFacts } from "../features/moderation/appeal-facts.tsx";
import { ReportOutcome } from "../features/moderation/report-outcome.tsx";
import { mayObject } from "../features/moderation/may-object.ts";
import { ownReport } from "../features/moderation/own-report.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Day } from "../ui/day.tsx";
import { Facts, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = args.params;
  const report = isUuid(id) ? await asViewer(resident, (tx) => ownReport(tx, id)) : null;
  if (!report) throw notFound();
  return { ...wordsFor(resident.locale, "reports", "decisions"), title: serverT(resident.locale, "reports")("receiptTitle"), report, open: mayObject(report) };
}

export default function Receipt() {
  const t = useT("reports");
  const { report, open } = useLoaderData<typeof loader>();
  return (
    <Page title={t("receiptTitle")} intro={t("receiptIntro")} back={{ to: "/meldingen", words: t("mine") }}>
      <Facts
        facts={[
          { name: t("number"), value: <span className="font-mono text-xl tracking-wider">{report.receipt}</span> },
          { name: t("sentOn"), value: <Day at={report.createdAt} /> },
          { name: t("about"), value: t(`aboutKinds.${report.subjectKind}`) },
          { name: t("reason"), value: t(`categories.${report.category}`) },
          ...(report.note ? [{ name: t("yourNote"), value: <span className="font-normal whitespace-pre-line">{report.note}</span> }] : []),
          ...(report.decision ? [] : [{ name: t("status"), value: t("waiting") }]),
        ]}
      />
      {report.decision ? <ReportOutcome report={report} open={open} /> : <p className="measure">{t("next")}</p>}
      {report.appeal ? <AppealFacts appeal={report.appeal} first="kept" /> : null}
    </Page>
  );
}
