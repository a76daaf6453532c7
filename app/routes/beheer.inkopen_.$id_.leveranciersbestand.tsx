import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Truck } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { readable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { hadBefore } from "../features/purchases/desk/had-before.server.ts";
import { exportsOf } from "../features/purchases/desk/supplier-file.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Card, EmptyState, Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const id = idIn(args.params);
  const found = await asViewer(moderator, async (tx) => {
    const { supplier, state, rules } = await readable(tx, moderator, id);
    return { supplier, goes: state === "open" || state === "reached", fields: rules.supplierFields, made: await exportsOf(tx, id), had: await hadBefore(tx, id) };
  });
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title: serverT(moderator.locale, "purchaseDesk")("file.title"), id, ...found };
}

export default function SupplierFile() {
  const t = useT("purchaseDesk");
  const day = useDay();
  const { title, id, supplier, goes, fields, made, had } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={supplier ? t("file.intro", { supplier }) : undefined} back={{ to: `/beheer/inkopen/${id}`, words: t("signUp.back") }}>
      {supplier ? null : (
        <EmptyState icon={<Truck />} title={t("file.noSupplier")}>
          {t("file.noSupplierText")}
        </EmptyState>
      )}
      {supplier && !goes ? <Card tone="sun">{t("file.over")}</Card> : null}
      {supplier && goes ? (
        <Section title={t("file.fields")}>
          <ul className="list-disc pl-5">
            {fields.map((field) => <li key={field}>{t(`rules.fieldNames.${field}`)}</li>)}
          </ul>
          <form method="post" action={`/beheer/inkopen/${id}/leveranciersbestand/ophalen`} className="flex flex-wrap gap-3">
            <Button name="vorm" value="csv">{t("file.csv")}</Button>
            <Button look="secondary" name="vorm" value="xlsx">{t("file.xlsx")}</Button>
          </form>
          <p className="measure text-ink-soft">{t("file.warning")}</p>
        </Section>
      ) : null}
      {had.length > 0 ? (
        <Section title={t("file.had")}>
          <p className="measure">{t("file.hadText")}</p>
          <Rows>
            {had.map((each) => (
              <Row key={each.id} title={each.reference}>
                {t("file.hadLine", { supplier: each.supplier, given: day(each.givenAt), withdrawn: day(each.withdrawnAt) })}
              </Row>
            ))}
          </Rows>
        </Section>
      ) : null}
      <Section title={t("file.log")}>
        {made.length > 0 ? (
          <Rows>
            {made.map((each) => (
              <Row key={each.id} title={day(each.madeAt)}>
                {t("file.logLine", { form: each.form.toUpperCase(), count: each.signUps, supplier: each.supplier })}
              </Row>
            ))}
          </Rows>
        ) : (
          <p>{t("file.logNone")}</p>
        )}
      </Section>
    </Page>
  );
}
