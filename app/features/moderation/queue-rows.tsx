import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Row, Rows } from "../../ui/rows.tsx";
import type { QueueLine } from "./moderation-queue.server.ts";

/** Everything that waits for a decision, in its order. Needs `moderation` and `reports`. */
export function QueueRows({ lines }: { lines: QueueLine[] }) {
  const t = useT("moderation");
  const words = useT("reports");
  const day = useDay();
  return (
    <Rows>
      {lines.map((line) => {
        const age = t("reports.days", { count: line.days });
        if (line.what === "other") {
          const where = { neighbourhood: line.neighbourhoodName, date: day(line.createdAt) };
          return (
            <Row key={line.id} title={t("reports.other")}>
              {line.isAppeal ? t("reports.otherAppeal", where) : t("reports.otherReport", where)} · {age}
            </Row>
          );
        }
        const first = line.category === "personal_data" || line.category === "unsafe";
        const appeal = line.what === "appeal";
        const again = line.what === "again";
        const look = again ? t("again.look") : appeal ? t("reports.lookAppeal") : t("reports.look");
        const path = again ? "opnieuw" : appeal ? "bezwaren" : "meldingen";
        const title = words(`categories.${line.category}`);
        return (
          <Row
            key={line.id}
            title={
              <>
                {appeal ? <span className="mr-2 rounded-full bg-sun-soft px-2 py-0.5 text-sm">{t("reports.appeal")}</span> : null}
                {again ? <span className="mr-2 rounded-full bg-sun-soft px-2 py-0.5 text-sm">{t("again.short")}</span> : null}
                {title}
                {first ? <span className="ml-2 rounded-full bg-brick-soft px-2 py-0.5 text-sm">{t("reports.first")}</span> : null}
              </>
            }
            aside={
              <ButtonLink look="secondary" to={`/beheer/${path}/${line.id}`} aria-label={`${look} ${line.what === "report" ? line.receipt : title}`}>
                {look}
              </ButtonLink>
            }
          >
            <p>
              {line.neighbourhoodName} · {t("reports.line", { subject: t(`subject.${line.subjectKind}`), date: day(line.createdAt) })}
              {line.what === "report" ? ` · ${line.receipt}` : null} · {age}
            </p>
            {line.what === "report" && line.alike > 0 ? <p>{t("around.alike", { count: line.alike })}</p> : null}
            {appeal && line.mine ? <p>{t("reports.mine")}</p> : null}
          </Row>
        );
      })}
    </Rows>
  );
}
