import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { dayInWords } from "../../../i18n/day.ts";
import { useLocale, useT } from "../../../i18n/use-t.tsx";
import { Button } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";
import { euros } from "../euros.ts";
import type { OfferMistake } from "./read-offers.ts";

export type PreviewLine = { line: number; reference: string; priceCents: number; priceVatCents: number; extrasCents: number; validUntil: string };
const cell = "px-3 py-2 text-left align-top";

/** What is wrong in a file, by line and column, with what to do. Needs the words of "purchaseDesk". */
export function Mistakes({ mistakes, more }: { mistakes: readonly OfferMistake[]; more: number }) {
  const t = useT("purchaseDesk");
  return (
    <Section title={t("offers.wrong")}>
      <WideTable label={t("offers.wrong")} heads={[t("offers.line"), t("offers.field"), t("offers.what")]}>
        {mistakes.map(({ line, column, problem }, index) => (
          <tr key={index} className="border-b border-line last:border-0">
            <td className={`${cell} tabular-nums`}>{line}</td>
            <td className={`${cell} break-all`}>{column}</td>
            <td className={cell}>{t(`offers.problems.${problem}`)}</td>
          </tr>
        ))}
      </WideTable>
      {more > 0 ? <p>{t("offers.more", { count: more })}</p> : null}
    </Section>
  );
}

/** What would be read in, and the button that does so. The file goes along, and is checked again. Needs the words of "purchaseDesk". */
export function Ready({ purchaseId, lines, count, same, text }: { purchaseId: string; lines: readonly PreviewLine[]; count: number; same: number; text: string }) {
  const t = useT("purchaseDesk");
  const locale = useLocale();
  if (count === 0) return <p>{t("offers.nothing")}</p>;
  return (
    <Section title={t("offers.ready", { count })}>
      {same > 0 ? <p>{t("offers.same", { count: same })}</p> : null}
      <WideTable label={t("offers.ready", { count })} heads={[t("offers.reference"), t("offers.price"), t("offers.vat"), t("offers.extras"), t("offers.until")]}>
        {lines.map(({ line, reference, priceCents, priceVatCents, extrasCents, validUntil }) => (
          <tr key={line} className="border-b border-line last:border-0">
            <th scope="row" className={cell}>{reference}</th>
            <td className={`${cell} tabular-nums`}>{euros(priceCents, locale)}</td>
            <td className={`${cell} tabular-nums`}>{euros(priceVatCents, locale)}</td>
            <td className={`${cell} tabular-nums`}>{euros(extrasCents, locale)}</td>
            <td className={cell}>{dayInWords(validUntil, locale)}</td>
          </tr>
        ))}
      </WideTable>
      {count > lines.length ? <p>{t("offers.more", { count: count - lines.length })}</p> : null}
      <Form method="post" encType="multipart/form-data" action={`/beheer/inkopen/${purchaseId}/aanbiedingen/inlezen`}>
        <textarea name="regels" hidden readOnly value={text} />
        <Button wide>{t("offers.submit")}</Button>
      </Form>
    </Section>
  );
}

/** A table that scrolls by itself where it is wider than the screen, by keyboard too. */
function WideTable({ label, heads, children }: { label: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line">
            {heads.map((head) => <th key={head} scope="col" className={cell}>{head}</th>)}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
