import { useNumber } from "../../../i18n/use-number.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { Section } from "../../../ui/page.tsx";
import type { Funnel } from "./funnel.server.ts";

/** How far homes came, and why others stopped. Needs the words of "purchaseDesk". */
export function FunnelView({ funnel }: { funnel: Funnel }) {
  const t = useT("purchaseDesk");
  return (
    <Section title={t("funnel.title")}>
      <p className="measure text-ink-soft">{t("funnel.intro")}</p>
      <div className="grid gap-4 lg:grid-cols-2">
        <Counts head={[t("funnel.step"), t("funnel.count")]} rows={funnel.steps.map(({ name, homes }) => [t(`funnel.steps.${name}`), homes])} />
        {funnel.dropped.length > 0 ? (
          <Counts head={[t("funnel.dropped"), t("funnel.count")]} rows={funnel.dropped.map(({ state, reason, homes }) => [reason ? `${t(`signUpStates.${state}`)}: ${t(`reasons.${reason}`)}` : t(`signUpStates.${state}`), homes])} />
        ) : (
          <p>{t("funnel.none")}</p>
        )}
      </div>
    </Section>
  );
}

function Counts({ head, rows }: { head: [string, string]; rows: [string, number][] }) {
  const number = useNumber();
  return (
    <table className="w-full border-separate border-spacing-0 self-start overflow-hidden rounded-card border border-line bg-surface [&_tbody_td]:border-t [&_tbody_td]:border-line [&_tbody_th]:border-t [&_tbody_th]:border-line">
      <thead>
        <tr>
          <th scope="col" className="px-4 py-2 text-left">{head[0]}</th>
          <th scope="col" className="px-4 py-2 text-right">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, homes]) => (
          <tr key={name}>
            <th scope="row" className="px-4 py-2 text-left font-normal">{name}</th>
            <td className="px-4 py-2 text-right font-semibold tabular-nums">{number(homes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
