import { useNumber } from "../../i18n/use-number.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import { heatingMeasuredIn } from "./figure-sources.ts";
import { SourceLine } from "./source-line.tsx";
import type { TypicalGas } from "./typical-gas.ts";

/** What homes like the own one used for heat, as a range, with every line behind it and what was left out. Needs `figures`. */
export function TypicalGasCard({ typical: { range, lines, leftOut } }: { typical: TypicalGas }) {
  const t = useT("figures");
  const number = useNumber();
  return (
    <Section title={t("typical.title")}>
      <div className="rounded-card border border-line bg-surface px-4 py-3">
        {range ? (
          <p>
            {t("typical.before", { year: heatingMeasuredIn })}{" "}
            <strong className="whitespace-nowrap">{range.low === range.high ? t("m3", { amount: number(range.low) }) : t("m3Range", { low: number(range.low), high: number(range.high) })}</strong> {t("typical.after")}
          </p>
        ) : (
          <p>{t("typical.none")}</p>
        )}
        {lines.length > 0 ? (
          <details className="mt-2">
            <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("typical.how")}</summary>
            <p className="measure text-sm text-ink-soft">{t("typical.howText")}</p>
            <ul className="mt-2 flex flex-col gap-2 text-sm">
              {lines.map((line) => (
                <li key={`${line.table} ${line.class}`}>
                  {t("typical.line", { trait: t(`traits.${line.trait}`), class: line.class, amount: number(line.value), table: line.table })}
                  {line.remark ? <span lang="nl" className="block text-ink-soft">{line.remark}</span> : null}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        {leftOut.length > 0 ? (
          <ul className="mt-2 list-disc pl-5 text-sm text-ink-soft">
            {leftOut.map(({ trait, why }) => (
              <li key={trait}>{t(`leftOut.${why}`, { trait: t(`traits.${trait}`) })}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <p className="text-sm text-ink-soft">{t("typical.note")}</p>
      <SourceLine source="pbl" />
    </Section>
  );
}
