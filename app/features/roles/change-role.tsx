import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary, TextField } from "../../ui/fields.tsx";
import { Facts, Page } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";
import type { Desk } from "./desk.ts";
import type { HeldRole } from "./held-roles.server.ts";
import { usePlaceOfRole, useRoleDays } from "./role-words.tsx";

type Props = { title: string; desk: Desk; role: HeldRole; problem?: { errors: FormErrors; values: FormValues } | null };

function RoleFacts({ role }: { role: HeldRole }) {
  const t = useT("roles");
  const days = useRoleDays();
  return (
    <Facts
      facts={[
        { name: t("facts.who"), value: <span className="break-words">{role.mine ? t("facts.you", { name: role.name ?? "" }) : (role.name ?? role.manager ?? t("list.nameless"))}</span> },
        { name: t("facts.role"), value: t(`names.${role.role}`) },
        { name: t("facts.place"), value: usePlaceOfRole()(role) },
        { name: t("facts.days"), value: days(role) },
      ]}
    />
  );
}

/** Asks whether a role really ends. Needs `roles`. */
export function EndRole({ title, desk, role, problem }: Props) {
  const t = useT("roles");
  return (
    <Page title={title} intro={t(role.mine ? "end.introMine" : "end.intro")} back={{ to: `/${desk}/rollen`, words: t("list.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <RoleFacts role={role} />
      <Form method="post" className="flex flex-wrap gap-3">
        <Button look="danger">{t(role.mine ? "end.actionMine" : "end.action")}</Button>
        <ButtonLink look="secondary" to={`/${desk}/rollen`}>
          {t("end.back")}
        </ButtonLink>
      </Form>
    </Page>
  );
}

/** Gives a role another last day. Needs `roles`. */
export function ExtendRole({ title, desk, role, days, problem }: Props & { days: { first: string; year: string; last: string } }) {
  const t = useT("roles");
  return (
    <Page title={title} intro={t("extend.intro")} back={{ to: `/${desk}/rollen`, words: t("list.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <RoleFacts role={role} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField
          name="endsOn"
          type="date"
          label={t("form.end")}
          hint={t("form.endHint")}
          error={problem?.errors.endsOn}
          min={days.first}
          max={days.last}
          defaultValue={typed(problem?.values.endsOn) ?? days.year}
          className="max-w-60"
        />
        <Button wide>{t("extend.action")}</Button>
      </Form>
    </Page>
  );
}
