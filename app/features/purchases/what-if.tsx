import { Form } from "@remix-run/react";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/page.tsx";
import { euros } from "./euros.ts";
import type { numbersNow } from "./numbers-now.ts";


/** What would come of it when a share of those who ordered takes it back, or the supplier fails. Needs `purchases`. */
export function WhatIf({ whatIf: { share, orders, before, reached, cents } }: Pick<ReturnType<typeof numbersNow>, "whatIf">) {
  const t = useT("purchases");
  const locale = useLocale();
  return (
    <Section title={t("whatIf.title")}>
      <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-3">
        <div className="w-44">
          <TextField label={t("whatIf.share")} name="minder" inputMode="numeric" defaultValue={share} maxLength={3} />
        </div>
        <Button look="secondary">{t("whatIf.show")}</Button>
      </Form>
      <p className="measure" role="status">
        {t("whatIf.left", { share, before, count: orders })} {t(reached ? "whatIf.reached" : "whatIf.notReached")} {t("whatIf.price", { price: euros(cents, locale) })}
      </p>
      <p className="measure">{t("whatIf.supplier")}</p>
    </Section>
  );
}
