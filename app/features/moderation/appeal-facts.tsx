import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import type { OwnHiding } from "./own-hidings.server.ts";

/** An objection as who made it reads it, and what came of it. Needs `decisions`. */
export function AppealFacts({ appeal, first }: { appeal: NonNullable<OwnHiding["appeal"]>; first: "hidden" | "kept" }) {
  const t = useT("decisions");
  const day = useDay();
  const overturned = first === "hidden" ? t("appeal.overturnedHidden") : t("appeal.overturnedKept");
  const said = (text: string | null) => <span className="font-normal break-words whitespace-pre-line">{text ?? t("facts.texts")}</span>;
  return (
    <Section title={t("appeal.title")}>
      <Facts
        facts={[
          { name: first === "hidden" ? t("appeal.own") : t("appeal.ownKept"), value: said(appeal.reason) },
          { name: t("appeal.sentOn"), value: day(appeal.createdAt) },
          { name: t("appeal.status"), value: appeal.outcome ? (appeal.outcome === "upheld" ? t("appeal.upheld") : overturned) : t("appeal.waiting") },
          ...(appeal.decidedAt
            ? [
                { name: t("appeal.answer"), value: said(appeal.answer) },
                { name: t("appeal.decidedOn"), value: day(appeal.decidedAt), note: t("appeal.final") },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
