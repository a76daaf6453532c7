import { Form } from "@remix-run/react";
import { useNumber } from "../../i18n/use-number.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/page.tsx";
import { gasPrice } from "./measure-lines.ts";

/** The own use and price of gas to reckon with; a GET form, so nothing of it is kept. Needs `figures`. */
export function OwnNumbersForm({ values, errors }: { values: Record<string, string | string[]>; errors: Record<string, string> }) {
  const t = useT("figures");
  const number = useNumber();
  const written = (name: string) => [values[name] ?? ""].flat()[0];
  return (
    <Section title={t("own.title")}>
      <Form className="flex flex-col gap-5 rounded-card border border-line bg-surface p-4 sm:p-5" noValidate>
        <TextField name="gas" label={t("own.gas")} hint={t("own.gasHint")} error={errors.gas} defaultValue={written("gas")} optional inputMode="numeric" autoComplete="off" maxLength={10} className="max-w-48" />
        <TextField
          name="prijs"
          label={t("own.price")}
          hint={t("own.priceHint", { price: number(gasPrice.value, 2) })}
          error={errors.prijs}
          defaultValue={written("prijs") || number(gasPrice.value, 2)}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
          className="max-w-48"
        />
        <Button>{t("own.action")}</Button>
        <p className="text-sm text-ink-soft">{t("own.note")}</p>
      </Form>
    </Section>
  );
}
