import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Flag } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { type OwnReport, ownReports } from "../features/moderation/own-reports.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const reports = await asViewer(resident, (tx) => ownReports(tx, resident));
  return { ...wordsFor(resident.locale, "moderation"), title: serverT(resident.locale, "moderation")("ownReports.title"), reports };
}

export default function OwnReports() {
  const t = useT("moderation");
  const { reports } = useLoaderData<typeof loader>();
  return (
    <Page title={t("ownReports.title")} intro={t("ownReports.intro")}>
      {reports.length ? (
        <>
          <ul className="flex flex-col gap-4">
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} />
            ))}
          </ul>
          <p className="measure text-ink-soft">{t("ownReports.object")}</p>
        </>
      ) : (
        <EmptyState icon={<Flag />} title={t("ownReports.none")}>
          {t("ownReports.noneText")}
        </EmptyState>
      )}
    </Page>
  );
}

function ReportCard({ report }: { report: OwnReport }) {
  const t = useT("moderation");
  const day = useDay();
  const decided = report.decision && report.closedAt ? t(`ownReports.${report.decision}`, { date: day(report.closedAt) }) : null;
  return (
    <li>
      <Card>
        <h2 className="text-lg">{t(`category.${report.category}`)}</h2>
        <p className="text-sm text-ink-soft">
          {t("reports.line", { subject: t(`subject.${report.subjectKind}`), date: day(report.createdAt) })} · {t("ownReports.receipt", { receipt: report.receipt })}
        </p>
        <p className="mt-3 measure font-semibold">{decided ?? t("ownReports.waiting")}</p>
        {report.decisionNote ? <p className="mt-1 measure break-words whitespace-pre-line">{report.decisionNote}</p> : null}
      </Card>
    </li>
  );
}
