import { Form } from "@remix-run/react";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Button, Unseen } from "../../ui/button.tsx";
import { dayInWords } from "../../i18n/day.ts";
import type { ConsentLine } from "../consent/consent-book.server.ts";
import { NewerTextPart } from "./newer-text-part.tsx";
import { AudienceBadge } from "../sharing/audience-badge.tsx";

/** What a consent is about, in a few words. Needs `privacy` and `catalogue`. */
export function useConsentTitle(): (line: ConsentLine) => string {
  const t = useT("privacy");
  const names = useT("catalogue");
  return (line) => {
    if (line.purpose === "display_name") return t("book.name");
    if (line.purpose === "published_figures") return t("book.figures");
    if (line.purpose === "contact_person") return t("book.contact");
    if (line.purpose === "share_visit") return t("book.visit");
    if (line.purpose === "koploper") return t("book.koploper");
    return line.kind ? names(`kinds.${line.kind}`) : (line.title ?? t("book.gone"));
  };
}

/** One consent that counts: what, with whom, since when, under which text, and the button that ends it. Needs `privacy` and `catalogue`. */
export function ConsentCard({ line }: { line: ConsentLine }) {
  const t = useT("privacy");
  const title = useConsentTitle()(line);
  const locale = useLocale();
  const what = { share_measure: t("book.measure"), share_wish: t("book.wish"), share_story: t("book.story"), share_question: t("book.question"), share_answer: t("book.answer"), share_visit: null, koploper: null, join_wish: t("book.joined"), published_figures: null, display_name: null, contact_person: null, joint_request: t("book.together"), purchase_supplier: t("book.supplier"), leave_behind: t("book.leaveBehind") }[line.purpose];
  return (
    <article className="rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-lg break-words">{title}</h3>
          <p className="text-ink-soft">{[what, t("book.since", { date: dayInWords(line.givenAt, locale) })].filter(Boolean).join(" · ")}</p>
        </div>
        {line.audience ? <AudienceBadge audience={line.audience} /> : null}
      </div>
      <details className="mt-1">
        <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("book.text")}</summary>
        <blockquote className="measure border-l-4 border-line-strong pl-3">{line.textShown}</blockquote>
      </details>
      <details>
        <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("book.effect")}</summary>
        <p className="measure">{t(`effects.${line.purpose}`)}</p>
      </details>
      <NewerTextPart line={line} title={title} />
      <Form method="post" action={`/toestemmingen/${line.id}/intrekking`} className="mt-2">
        <Button look="secondary">
          {t("book.withdraw")}
          <Unseen>: {title}</Unseen>
        </Button>
      </Form>
    </article>
  );
}
