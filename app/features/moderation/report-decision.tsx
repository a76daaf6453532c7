import { Form } from "@remix-run/react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, Section } from "../../ui/page.tsx";
import type { ModeratedReport } from "./reports.server.ts";

/** What was decided on a report and why, with the way back while the item is hidden. */
export function ReportDecision({ report, closedAt }: { report: ModeratedReport & { hidingId: string | null }; closedAt: Date }) {
  const t = useT("moderation");
  const day = useDay();
  const hidden = report.decision === "hidden";
  return (
    <Section title={t("report.closedTitle", { date: day(closedAt) })}>
      <p>{hidden ? t("report.closedHidden") : t("report.closedKept")}</p>
      <Card>
        <p className="measure whitespace-pre-line">{report.decisionNote}</p>
      </Card>
      {hidden && report.hidingId ? (
        <Form method="post" action={`/beheer/meldingen/${report.id}/terugzetten`} className="flex flex-col items-start gap-3">
          <p className="measure">{t("report.liftText")}</p>
          <Button look="secondary">{t("report.lift")}</Button>
        </Form>
      ) : null}
      {hidden && !report.hidingId ? <p>{t("report.lifted")}</p> : null}
    </Section>
  );
}
