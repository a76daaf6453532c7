import { Form } from "@remix-run/react";
import { CalendarDays } from "lucide-react";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Choices, TextField } from "../../ui/fields.tsx";
import { Card } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";
import type { Leavable } from "./leave-behind.server.ts";

type Days = { first: string; last: string };

/** When somebody moves, and what they leave with the home. Needs `household` and `catalogue`. */
export function MovingFields({ days, planned, leavable, consent, problem }: { days: Days; planned: string | null; leavable: Leavable[]; consent: string; problem?: { errors: FormErrors; values: FormValues } }) {
  const t = useT("household");
  const names = useT("catalogue");
  const chosen = problem ? [problem.values.blijft ?? []].flat() : leavable.flatMap(({ id, stays }) => (stays ? [id] : []));
  return (
    <>
      <TextField type="date" name="datum" label={t("moving.day")} hint={t("moving.dayHint")} min={days.first} max={days.last} error={problem?.errors.datum} defaultValue={typed(problem?.values.datum) ?? planned ?? days.first} className="max-w-60" />
      {leavable.length > 0 ? (
        <div className="flex flex-col gap-2">
          <Choices several name="blijft[]" legend={t("moving.left")} hint={t("moving.leftHint")} chosen={chosen} choices={leavable.map(({ id, kind, year }) => ({ value: id, label: [names(`kinds.${kind}`), year].filter(Boolean).join(", ") }))} />
          <details>
            <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("moving.leftText")}</summary>
            <blockquote className="measure border-l-4 border-line-strong pl-3">{consent}</blockquote>
          </details>
        </div>
      ) : null}
    </>
  );
}

/** That somebody moves on a day, how many measures stay, and how to call it off. Needs `household`. */
export function PlannedMove({ day, left, change }: { day: string; left: number; change?: string }) {
  const t = useT("household");
  return (
    <Card tone="sun">
      <h2 className="flex items-center gap-2 text-lg">
        <CalendarDays aria-hidden className="size-5 shrink-0" />
        {t("moving.planned", { day: day.replaceAll(" ", "\u00a0") })}
      </h2>
      <p className="mt-1 measure">{t("moving.plannedText")}</p>
      <p className="mt-1 measure">{left > 0 ? t("moving.plannedLeft", { count: left }) : t("moving.plannedNone")}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Form method="post" action="/huishouden/verhuizen/afzegging">
          <Button look="secondary">{t("moving.cancel")}</Button>
        </Form>
        {change ? (
          <ButtonLink look="quiet" to={change}>
            {t("moving.change")}
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}
