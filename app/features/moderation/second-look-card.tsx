import { Form } from "@remix-run/react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";

type Props = {
  hidingId: string;
  /** Where its household changes what is hidden. */
  item: string;
  mayAsk: boolean;
  last: { createdAt: Date; decidedAt: Date | null; answer: string | null } | null;
};

/** Asking moderators to look again at what was changed, and what they said the last time. Needs `decisions`. */
export function SecondLookCard({ hidingId, item, mayAsk, last }: Props) {
  const t = useT("decisions");
  const day = useDay();
  return (
    <Section title={t("secondLook.title")}>
      {last && !last.decidedAt ? <p className="measure">{t("secondLook.waiting", { date: day(last.createdAt) })}</p> : null}
      {last?.decidedAt ? (
        <p className="measure break-words whitespace-pre-line">
          {t("secondLook.left", { date: day(last.decidedAt) })} {last.answer ?? t("facts.texts")}
        </p>
      ) : null}
      {mayAsk ? (
        <Form method="post" action={`/verborgen/${hidingId}/opnieuw`} className="flex flex-col items-start gap-3">
          <p className="measure">{t("secondLook.text")}</p>
          <Button>{t("secondLook.ask")}</Button>
        </Form>
      ) : last && !last.decidedAt ? null : (
        <>
          <p className="measure">{t("secondLook.first")}</p>
          <p>
            <ButtonLink look="secondary" to={item}>
              {t("secondLook.toItem")}
            </ButtonLink>
          </p>
        </>
      )}
    </Section>
  );
}
