import { Form, Link } from "@remix-run/react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, Section } from "../../ui/page.tsx";
import type { ReportInFull } from "./reports.server.ts";

/** What was decided on a report and why, with the way back while the item is hidden. */
export function ReportDecision({ report, closedAt }: { report: ReportInFull; closedAt: Date }) {
  const t = useT("moderation");
  const day = useDay();
  const hidden = report.decision === "hidden";
  return (
    <Section title={t("report.closedTitle", { date: day(closedAt) })}>
      <p>{hidden ? t("report.closedHidden") : t("report.closedKept")}</p>
      <Card>
        <p className="measure break-words whitespace-pre-line">{report.decisionNote ?? t("appeal.erased")}</p>
      </Card>
      {report.review ? <p>{t(`report.${report.review}`)}</p> : null}
      {report.appealId ? (
        <p className="measure">
          {t("report.liftLater")}{" "}
          <Link to={`/beheer/bezwaren/${report.appealId}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t("report.toAppeal")}
          </Link>
        </p>
      ) : null}
      {report.hidingId && !report.appealId ? (
        <Form method="post" action={`/beheer/meldingen/${report.id}/terugzetten`} className="flex flex-col items-start gap-3">
          <p className="measure">{t("report.liftText")}</p>
          <Button look="secondary">{t("report.lift")}</Button>
        </Form>
      ) : null}
      {hidden && !report.hidingId ? <p>{t("report.lifted")}</p> : null}
    </Section>
  );
}
