import { Form } from "@remix-run/react";
import type { RoleName } from "../../../db/schema/people.ts";
import { useT } from "../../i18n/use-t.tsx";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Choices, ErrorSummary, SelectField, TextField } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";
import { type Desk, rolesAt } from "./desk.ts";
import type { InvitedPlaces } from "./invited-place.server.ts";
import { managerKinds } from "./manager-kinds.ts";
import { RolePowers } from "./role-powers.tsx";

type Props = InvitedPlaces & {
  title: string;
  desk: Desk;
  role: RoleName | null;
  days: { first: string; year: string; last: string };
  locale: "nl" | "en";
  problem?: { errors: FormErrors; values: FormValues } | null;
};

/** Invites somebody to a role: first which, then whom, where and until when. Needs `roles`. */
export function InviteForm({ title, desk, role, problem, ...rest }: Props) {
  const t = useT("roles");
  const back = { to: `/${desk}/rollen`, words: t("list.title") };
  if (!role) {
    return (
      <Page title={title} intro={t("invite.which")} back={back}>
        <ul className="flex flex-col gap-4">
          {rolesAt[desk].map((each) => (
            <li key={each} className="rounded-card border border-line bg-surface p-4">
              <h2 className="text-xl">{t(`names.${each}`)}</h2>
              <p className="measure mt-1">{t(`invite.about.${each}`)}</p>
              <ButtonLink look="secondary" to={`?rol=${each}`} className="mt-3">
                {t(`invite.choose.${each}`)}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </Page>
    );
  }
  return (
    <Page title={t(`invite.titleOf.${role}`)} intro={t("invite.intro")} back={back}>
      <ErrorSummary errors={problem?.errors} />
      <RolePowers role={role} />
      <Fields role={role} problem={problem} {...rest} />
    </Page>
  );
}

function Fields({ role, places, streets, days, locale, problem }: Omit<Props, "title" | "desk"> & { role: RoleName }) {
  const t = useT("roles");
  const errors = problem?.errors ?? {};
  const value = (name: string) => typed(problem?.values[name]);
  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      <input type="hidden" name="role" value={role} />
      {role === "property_manager" ? (
        <>
          <Choices
            name="organisationKind"
            legend={t("form.organisationKind")}
            error={errors.organisationKind}
            chosen={value("organisationKind")}
            choices={managerKinds.map((kind) => ({ value: kind, label: t(`organisationKinds.${kind}`) }))}
          />
          <TextField name="organisationName" label={t("form.organisationName")} hint={t("form.organisationNameHint")} error={errors.organisationName} defaultValue={value("organisationName")} autoComplete="off" maxLength={80} />
          <TextField name="postcode" label={t("form.postcode")} hint={t("form.postcodeHintManager")} error={errors.postcode} defaultValue={value("postcode")} autoComplete="off" className="max-w-40" />
          <TextField name="number" label={t("form.number")} error={errors.number} defaultValue={value("number")} autoComplete="off" className="max-w-40" />
        </>
      ) : role === "contact_person" ? (
        // What belongs to the other choice is out of sight; who has an old browser sees both, and the hints say which.
        <div className="group/of flex flex-col gap-6">
          <Choices
            name="of"
            legend={t("form.of")}
            error={errors.of}
            chosen={value("of") ?? "street"}
            choices={[
              { value: "street", label: t("form.ofStreet"), hint: t("form.ofStreetHint") },
              { value: "building", label: t("form.ofBuilding"), hint: t("form.ofBuildingHint") },
            ]}
          />
          <div className="group-has-[input[value=building]:checked]/of:hidden">
            <SelectField name="street" label={t("form.street")} error={errors.street} defaultValue={value("street") ?? ""}>
              <option value="">{t("form.choose")}</option>
              {streets.map((street) => (
                <option key={street.value} value={street.value}>
                  {street.name}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="flex flex-col gap-6 group-has-[input[value=street]:checked]/of:hidden">
            <TextField name="postcode" label={t("form.postcode")} hint={t("form.postcodeHint")} error={errors.postcode} defaultValue={value("postcode")} autoComplete="off" className="max-w-40" />
            <TextField name="number" label={t("form.number")} error={errors.number} defaultValue={value("number")} autoComplete="off" className="max-w-40" />
          </div>
        </div>
      ) : places.length > 1 ? (
        <SelectField name="place" label={t(role === "official" ? "form.municipality" : "form.neighbourhood")} error={errors.place} defaultValue={value("place") ?? ""}>
          <option value="">{t("form.choose")}</option>
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : (
        <input type="hidden" name="place" value={places[0]?.code} />
      )}
      <TextField name="email" type="email" label={t("form.email")} hint={t(role === "contact_person" ? "form.emailHintContact" : "form.emailHint")} error={errors.email} defaultValue={value("email")} autoComplete="off" />
      <Choices
        name="locale"
        columns
        legend={t("form.locale")}
        error={errors.locale}
        chosen={value("locale") ?? locale}
        choices={[
          { value: "nl", label: "Nederlands" },
          { value: "en", label: "English" },
        ]}
      />
      <TextField name="startsOn" type="date" label={t("form.start")} error={errors.startsOn} min={days.first} defaultValue={value("startsOn") ?? days.first} className="max-w-60" />
      <TextField name="endsOn" type="date" label={t("form.end")} hint={t("form.endHint")} error={errors.endsOn} min={days.first} max={days.last} defaultValue={value("endsOn") ?? days.year} className="max-w-60" />
      <Button wide>{t("invite.action")}</Button>
    </Form>
  );
}
