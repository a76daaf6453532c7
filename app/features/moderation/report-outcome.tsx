import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import { HouseRuleLine } from "./house-rule-line.tsx";
import { houseRule } from "./house-rules.ts";
import type { OwnReportInFull } from "./own-report.server.ts";

/** What was decided on a report, as who reported reads it: nothing about whose item it is. Needs `reports` and `decisions`. */
export function ReportOutcome({ report, open }: { report: OwnReportInFull; /** Whether its reporter may object. */ open: boolean }) {
  const t = useT("reports");
  const words = useT("decisions");
  const day = useDay();
  const { decision, review, rule, rulesVersion, objectUntil } = report;
  if (!decision) return null;
  return (
    <Section title={t("status")}>
      <Facts
        facts={[
          { name: words("facts.what"), value: review === "overturned" ? t(`reversed.${decision}`) : t(`decisions.${decision}`) },
          ...(rule ? [{ name: t("rule"), value: <HouseRuleLine rule={houseRule(rule, rulesVersion ?? "1")} />, note: words("facts.ruleVersion", { version: rulesVersion }) }] : []),
          ...(decision === "kept" ? [{ name: words("kept.reason"), value: <span className="font-normal break-words whitespace-pre-line">{report.decisionNote ?? words("facts.texts")}</span> }] : []),
          { name: words("facts.by"), value: words("facts.byPerson"), note: words("facts.byPersonNote") },
          ...(open && objectUntil ? [{ name: words("facts.object"), value: words("facts.objectUntil", { date: day(objectUntil) }), note: words("facts.objectNote") }] : []),
        ]}
      />
      {open ? (
        <p>
          <ButtonLink look="secondary" to={`/meldingen/${report.id}/bezwaar`}>
            {words("object")}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  );
}
