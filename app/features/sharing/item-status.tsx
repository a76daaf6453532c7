import { Form } from "@remix-run/react";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { Card } from "../../ui/page.tsx";
import { undoUntil } from "./undo.ts";

type Item = { own: boolean; withdrawnAt: Date | string | null; hiddenAt: Date | string | null; narrowedAt: Date | string | null };

/** What the owner should know of an item: taken away, hidden, or seen by fewer than was chosen. Needs `measures`. */
export function ItemStatus({ item, path }: { item: Item; path: string }) {
  const t = useT("measures");
  const locale = useLocale();
  if (!item.own) return null;
  return (
    <>
      {item.hiddenAt ? <Card tone="brick">{t("detail.hidden")}</Card> : null}
      {item.withdrawnAt ? (
        <Card tone="sun">
          <p>{t("detail.withdrawn", { date: dayInWords(undoUntil(new Date(item.withdrawnAt)), locale) })}</p>
          <Form method="post" action={`${path}/terugzetting`} className="mt-3">
            <Button look="secondary">{t("detail.restore")}</Button>
          </Form>
        </Card>
      ) : item.narrowedAt ? (
        <Card tone="sun">
          <p>{t("detail.narrowed")}</p>
          <p className="mt-3">
            <ButtonLink look="secondary" to={`${path}/publiek`}>
              {t("detail.changeAudience")}
            </ButtonLink>
          </p>
        </Card>
      ) : null}
    </>
  );
}
