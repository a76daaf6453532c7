import { Link } from "@remix-run/react";
import { noticePaces, type NoticeSubject, type UnsubscriptionScope } from "../../../db/schema/choices.ts";
import { useDay } from "../../i18n/use-day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { Choices, SelectField } from "../../ui/fields.tsx";
import { Card, Section } from "../../ui/page.tsx";
import type { NoticeChoice } from "./notice-choice.server.ts";

type Shown = { choice: NoticeChoice; subjects: readonly NoticeSubject[]; errors?: FormErrors; values?: FormValues };

/** How somebody is mailed of what concerns themselves, and per subject. Needs `notices`, like all of these. */
export function PaceChoices({ choice, subjects, errors, values }: Shown) {
  const t = useT("notices");
  return (["direct", ...subjects] as const).map((name) => (
    <SelectField key={name} name={name} label={name === "direct" ? t("choice.direct") : t(`choice.subjects.${name}`)} error={errors?.[name]} defaultValue={typeof values?.[name] === "string" ? values[name] : choice[name]}>
      {noticePaces.map((pace) => (
        <option key={pace} value={pace}>
          {t(`choice.paces.${pace}`)}
        </option>
      ))}
    </SelectField>
  ));
}

/** When the digests of this person leave; day 0 is Monday. */
export function SlotLine({ slot }: { slot: { hour: number; day: number } }) {
  const t = useT("notices");
  const locale = useLocale();
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + slot.day)).toLocaleDateString(locale === "en" ? "en-GB" : "nl-NL", { weekday: "long", timeZone: "UTC" });
  return <p className="text-ink-soft">{t("choice.slot", { hour: slot.hour, day })}</p>;
}

/** Whether nothing comes at night. */
export function QuietChoice({ chosen }: { chosen: boolean }) {
  const t = useT("notices");
  return <Choices several name="stil[]" legend={t("choice.nights")} chosen={chosen ? ["ja"] : []} choices={[{ value: "ja", label: t("choice.quiet"), hint: t("choice.quietHint") }]} />;
}

/** What "nu niet" means for mail. */
export function NotNowCard() {
  const t = useT("notices");
  return (
    <Card tone="sun">
      <p>{t("choice.notNow")}</p>
      <p className="mt-2">
        <Link to="/welkom/meedoen" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("choice.notNowLink")}
        </Link>
      </p>
    </Card>
  );
}

/** When mail was turned off without logging in. */
export function TurnedOff({ events }: { events: { id: string; scope: UnsubscriptionScope; createdAt: Date }[] }) {
  const t = useT("notices");
  const day = useDay();
  if (events.length === 0) return null;
  return (
    <Section title={t("choice.turnedOff")}>
      <ul className="list-disc pl-5">
        {events.map(({ id, scope, createdAt }) => (
          <li key={id}>{t("choice.turnedOffLine", { date: day(createdAt), scope: t(`choice.scopes.${scope}`) })}</li>
        ))}
      </ul>
    </Section>
  );
}
