import { useNumber } from "../../i18n/use-number.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import { gasPrice } from "./measure-lines.ts";
import type { MeasureMeaning, OwnNumbers, Range } from "./measure-meaning.ts";
import { SourceLine } from "./source-line.tsx";

/** What a measure may mean for the own home, with what is reckoned with and every line behind it. Needs `figures` and `catalogue`. */
export function MeasureMeaningView({ meaning, own, title }: { meaning: MeasureMeaning | null; own: OwnNumbers; title: string }) {
  const t = useT("figures");
  const number = useNumber();
  if (!meaning) {
    return (
      <Section title={title}>
        <p className="measure">{t("meaning.none")}</p>
      </Section>
    );
  }
  const { saving, euros, cost, subsidy, wall, capped, typeKnown, lines } = meaning;
  const written = (write: (value: number) => string) => ({ low, high }: Range) => (low === high ? write(high) : t("range", { low: write(low), high: write(high) }));
  const range = written((value) => number(value));
  const euro = written((value) => t("euro", { amount: number(value) }));
  const price = number(own.price, 2);
  const withOwnUse = own.gasM3 === null ? undefined : t("meaning.withOwnUse", { amount: number(own.gasM3) });
  return (
    <Section title={title}>
      <Facts
        facts={[
          { name: t("meaning.saving"), value: t("meaning.savingValue", { amount: range(saving) }), note: capped ? t("meaning.capped") : withOwnUse },
          { name: t("meaning.euros"), value: t("meaning.eurosValue", { amount: euro(euros) }), note: own.price === gasPrice.value ? t("meaning.sourcePrice", { price }) : t("meaning.ownPrice", { price }) },
          { name: t("meaning.cost"), value: t("meaning.about", { amount: euro(cost) }), note: t("meaning.costNote") },
          { name: t("meaning.subsidy"), value: t("meaning.about", { amount: euro(subsidy) }), note: t("meaning.subsidyNote") },
        ]}
      />
      <div className="measure flex flex-col gap-2 text-sm text-ink-soft">
        <p>{typeKnown ? t("meaning.home", { wall: range(wall) }) : t("meaning.homeUnknown", { wall: range(wall) })}</p>
        <p>{t("meaning.nothing")}</p>
        <p>{t("meaning.notQuote")}</p>
      </div>
      <Printed lines={lines} />
      <SourceLine source="milieuCentraal" />
    </Section>
  );
}

function Printed({ lines }: Pick<MeasureMeaning, "lines">) {
  const t = useT("figures");
  const names = useT("catalogue");
  return (
    <details>
      <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("meaning.printed")}</summary>
      <ul className="flex flex-col gap-1 text-sm">
        {lines.map(({ dwellingType, subject, printed, table }) => (
          <li key={`${dwellingType} ${subject}`}>{t("meaning.line", { what: t(`subjects.${subject}`), type: names(`dwellingTypes.${dwellingType}`), printed, table })}</li>
        ))}
        <li>{t("meaning.priceLine", { printed: gasPrice.printed, table: gasPrice.table })}</li>
      </ul>
    </details>
  );
}
