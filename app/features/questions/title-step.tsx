import { Form, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";
import { SimilarList } from "./similar-list.tsx";
import type { SimilarQuestion } from "./similar-questions.server.ts";

const pause = 300;

/** The first step of asking: the question in one line. With JavaScript what looks like it appears while typing. Needs `questions` and `catalogue`. */
export function TitleStep({ title, kind, error }: { title: string; kind: MeasureKind | null; error?: string }) {
  const t = useT("questions");
  const similar = useFetcher<{ similar: SimilarQuestion[] }>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (typed: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => similar.load(`/vragen/lijkt-op?titel=${encodeURIComponent(typed)}`), pause);
  };
  const found = similar.data?.similar ?? [];
  return (
    <>
      <Form className="flex flex-col gap-6">
        {kind ? <input type="hidden" name="soort" value={kind} /> : null}
        <TextField label={t("ask.question")} hint={t("ask.questionHint")} name="titel" maxLength={120} required minLength={3} autoComplete="off" error={error} defaultValue={title} onChange={(event) => look(event.target.value)} />
        <Button wide>{t("ask.next")}</Button>
      </Form>
      <div aria-live="polite">
        {found.length > 0 ? (
          <section className="flex flex-col gap-3">
            <h2 className="text-xl">{t("ask.similarTitle")}</h2>
            <SimilarList questions={found} />
          </section>
        ) : null}
      </div>
    </>
  );
}
