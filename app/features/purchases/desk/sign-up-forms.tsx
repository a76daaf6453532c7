import { Form } from "@remix-run/react";
import type { FormErrors, FormValues } from "../../../http/parse-form.server.ts";
import { useDay } from "../../../i18n/use-day.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { Button } from "../../../ui/button.tsx";
import { Choices, SelectField, TextArea, TextField } from "../../../ui/fields.tsx";
import { Section } from "../../../ui/page.tsx";
import { Row, Rows } from "../../../ui/rows.tsx";
import { typed } from "../../../ui/typed.ts";
import { needsDay, reasonsFor, type Target } from "./moderator-steps.ts";
import type { SignUpPage } from "./sign-up-page.server.ts";

/** The steps that a moderator can make with a sign-up now. Needs the words of "purchaseDesk". */
export function StepForm({ targets, values = {}, errors = {} }: { targets: readonly Target[]; values?: FormValues; errors?: FormErrors }) {
  const t = useT("purchaseDesk");
  const reasons = [...new Set(targets.flatMap(reasonsFor))];
  return (
    <Section title={t("signUp.step")}>
      {targets.length > 0 ? (
        <Form method="post" className="flex flex-col gap-6">
          <Choices legend={t("signUp.to")} name="naar" error={errors.naar} chosen={typed(values.naar)} choices={targets.map((target) => ({ value: target, label: t(`signUpStates.${target}`) }))} />
          {reasons.length > 0 ? (
            <SelectField label={t("steps.reason")} hint={t("signUp.reasonHint")} name="reden" className="sm:max-w-96" error={errors.reden} defaultValue={typed(values.reden) ?? ""}>
              <option value="">{t("errors.reason")}</option>
              {reasons.map((reason) => <option key={reason} value={reason}>{t(`reasons.${reason}`)}</option>)}
            </SelectField>
          ) : null}
          {targets.some(needsDay) ? <TextField label={t("signUp.day")} hint={t("signUp.dayHint")} type="date" name="dag" className="sm:max-w-60" error={errors.dag} defaultValue={typed(values.dag)} /> : null}
          <TextArea label={t("steps.words")} hint={t("steps.wordsHint")} optional name="woorden" rows={2} maxLength={1000} error={errors.woorden} defaultValue={typed(values.woorden)} />
          <Button wide>{t("steps.submit")}</Button>
        </Form>
      ) : (
        <p>{t("signUp.noSteps")}</p>
      )}
    </Section>
  );
}

/** When somebody comes to look. Needs the words of "purchaseDesk". */
export function VisitForm({ id, day }: { id: string; day: string | null }) {
  const t = useT("purchaseDesk");
  return (
    <Section title={t("signUp.visit")}>
      <Form method="post" action={`/beheer/inkopen/aanmelding/${id}/bezoek`} className="flex flex-col gap-4">
        <TextField label={t("signUp.visitDay")} type="date" name="dag" id="bezoek" required className="sm:max-w-60" defaultValue={day ?? ""} />
        <Button look="secondary" wide>{t("signUp.visitSubmit")}</Button>
      </Form>
    </Section>
  );
}

/** What moderators wrote beside it. Needs the words of "purchaseDesk". */
export function NoteForm({ id, notes }: { id: string; notes: SignUpPage["notes"] }) {
  const t = useT("purchaseDesk");
  const day = useDay();
  return (
    <Section title={t("signUp.notes")}>
      {notes.length > 0 ? (
        <Rows>
          {notes.map((note) => (
            <Row key={note.id} title={<span className="font-normal whitespace-pre-line">{note.body}</span>}>
              {day(note.writtenAt)}
            </Row>
          ))}
        </Rows>
      ) : null}
      <Form method="post" action={`/beheer/inkopen/aanmelding/${id}/notitie`} className="flex flex-col gap-4">
        <TextArea label={t("signUp.note")} hint={t("signUp.notesHint")} name="notitie" required rows={3} maxLength={2000} />
        <Button look="secondary" wide>{t("signUp.noteSubmit")}</Button>
      </Form>
    </Section>
  );
}
