import type { SerializeFrom } from "@remix-run/node";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import type { AroundReport as Around } from "./around-report.server.ts";

/** What is around a report, for who decides on it. Needs `moderation` and `reports`. */
export function AroundReport({ around: { standing, others, decisions } }: { around: Around | SerializeFrom<Around> }) {
  const t = useT("moderation");
  const words = useT("reports");
  const common = useT("common");
  const day = useDay();
  const list = (lines: string[]) => (
    <ul className="flex flex-col gap-1 font-normal">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
  const decided = decisions.map(({ what, rule, at, liftedAt, appeal }) => {
    const line = { date: day(at), category: words(`categories.${rule}`) };
    return [
      what === "hidden" ? t("around.hiddenOn", line) : t("around.keptOn", line),
      liftedAt ? t("around.liftedOn", { date: day(liftedAt) }) : "",
      appeal ? t(appeal.outcome === null ? "around.appealOpen" : appeal.outcome === "upheld" ? "around.appealUpheld" : "around.appealOverturned") : "",
    ].filter(Boolean).join(" ");
  });
  return (
    <Section title={t("around.title")}>
      <Facts
        facts={[
          ...(standing
            ? [
                {
                  name: t("around.sharing"),
                  value: standing.takenBack ? t("around.takenBack") : standing.hidden ? t("around.hidden") : common(`audience.${standing.audience}`),
                  note: standing.changedAt ? t("around.changed", { date: day(standing.changedAt) }) : null,
                },
              ]
            : []),
          { name: t("around.others"), value: others.length ? list(others.map(({ category, times }) => t("around.other", { category: words(`categories.${category}`), times }))) : t("around.othersNone") },
          { name: t("around.decisions"), value: decided.length ? list(decided) : t("around.decisionsNone") },
        ]}
      />
    </Section>
  );
}
