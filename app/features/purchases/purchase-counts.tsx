import { useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import type { Count } from "./purchase-numbers.server.ts";

const steps = ["interest", "suitable", "offered", "delivered"] as const;

/** How many homes are how far; nothing under ten is told, and why homes dropped out only once it has ended. Needs `purchases`. */
export function PurchaseCounts({ counts, ended }: { counts: Count[]; ended: boolean }) {
  const t = useT("purchases");
  const of = (step: string) => counts.find(({ what, name }) => what === "step" && name === step)?.homes ?? null;
  const reasons = counts.filter(({ what }) => what === "reason");
  return (
    <Section title={t("counts.title")}>
      <Facts facts={steps.map((step) => ({ name: t(`counts.${step}`), value: of(step) === null ? t("counts.few") : t("counts.homes", { count: of(step)! }) }))} />
      {ended && reasons.length > 0 ? (
        <>
          <h3 className="text-lg">{t("counts.reasons")}</h3>
          <Facts facts={reasons.map(({ name, homes }) => ({ name: t(`reasons.${name}` as "reasons.other"), value: t("counts.homes", { count: homes ?? 0 }) }))} />
        </>
      ) : null}
    </Section>
  );
}
