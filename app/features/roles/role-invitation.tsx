import { Form } from "@remix-run/react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import type { FormErrors } from "../../http/parse-form.server.ts";
import { Button } from "../../ui/button.tsx";
import { Choices, ErrorSummary } from "../../ui/fields.tsx";
import { Card, Facts, Page } from "../../ui/page.tsx";
import type { OpenRoleInvitation } from "./answer-invitation.server.ts";
import { RolePowers } from "./role-powers.tsx";
import { usePlaceOfRole } from "./role-words.tsx";

/** What a role is, from when until when and for whom; yes and no are as easy. Needs `roles`. */
export function RoleInvitation({ title, invited, consent, problem }: { title: string; invited: OpenRoleInvitation; consent: string | null; problem?: { errors: FormErrors } | null }) {
  const t = useT("roles");
  const day = useDay();
  const place = usePlaceOfRole()(invited);
  const { role } = invited;
  const by = role === "official" ? t("answer.byOfficial") : invited.organisation ? t("answer.byOrganisation", { organisation: invited.organisation }) : t("answer.byModerator");
  return (
    <Page title={title} intro={t(`answer.intro.${role}`, { place })}>
      <ErrorSummary errors={problem?.errors} />
      <Facts
        facts={[
          { name: t("facts.role"), value: t(`names.${role}`) },
          { name: t("facts.place"), value: place },
          ...(invited.manager ? [{ name: t("facts.manager"), value: invited.manager }] : []),
          { name: t("facts.from"), value: day(new Date(invited.startsOn)) },
          { name: t("facts.until"), value: day(new Date(invited.endsOn)) },
          { name: t("facts.by"), value: by },
        ]}
      />
      <RolePowers role={role} />
      {role === "contact_person" || role === "property_manager" ? null : <Card tone="sky">{t("answer.secondStep")}</Card>}
      <Form method="post" className="flex flex-col gap-6">
        {consent ? <Choices several name="tonen" legend={t("answer.showLegend")} hint={consent} choices={[{ value: "ja", label: t("answer.show") }]} /> : null}
        {invited.isNew ? <Choices several name="klopt" legend={t("answer.ageLegend")} error={problem?.errors.klopt} choices={[{ value: "ja", label: t("answer.age") }]} /> : null}
        <div className="flex flex-wrap gap-3">
          <Button name="antwoord" value="ja">
            {t("answer.yes")}
          </Button>
          <Button look="secondary" name="antwoord" value="nee">
            {t("answer.no")}
          </Button>
        </div>
      </Form>
      <p className="measure text-ink-soft">{t("answer.free")}</p>
    </Page>
  );
}
