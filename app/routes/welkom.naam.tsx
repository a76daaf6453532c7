import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { consentText } from "../features/consent/consent-text.server.ts";
import { changeDisplayName } from "../features/households/change-display-name.server.ts";
import { nameForm } from "../features/households/welcome.schema.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, StepsLine, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { locale, displayName, streetName, welcomed } = resident;
  const { text } = consentText(locale, { purpose: "display_name" }, resident);
  return { ...wordsFor(locale, "join"), title: serverT(locale, "join")("welcome.nameTitle"), displayName, streetName, welcomed, consent: text };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(nameForm(resident.locale), await readForm(args.request));
  const t = serverT(resident.locale, "join");
  if (!form.ok) return formProblem({ errors: { naam: t("welcome.nameWrong") }, values: form.values });
  await asViewer(resident, (tx) => changeDisplayName(tx, resident, form.value));
  if (resident.welcomed) return redirectWithFlash("/instellingen", { text: t("welcome.saved") });
  return redirect("/welkom/cijfers", 303);
}

export default function ChooseName() {
  const t = useT("join");
  const { title, displayName, streetName, welcomed, consent } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const values: Record<string, string | string[]> = problem?.values ?? { keuze: displayName ? "eigen" : "straat", naam: displayName ?? "" };
  return (
    <Page title={title} intro={t("welcome.nameIntro")} back={welcomed ? { to: "/instellingen", words: t("welcome.settings") } : undefined}>
      {welcomed ? null : <StepsLine step={3} of={4} />}
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <Choices
          name="keuze"
          legend={t("welcome.nameLegend")}
          chosen={values.keuze}
          choices={[
            { value: "straat", label: t("welcome.nameNone", { street: streetName }), hint: t("welcome.nameNoneHint") },
            { value: "eigen", label: t("welcome.nameOwn"), hint: consent },
          ]}
        />
        <TextField name="naam" label={t("welcome.nameLabel")} hint={t("welcome.nameHint")} error={problem?.errors.naam} defaultValue={values.naam} autoComplete="given-name" />
        <Button wide>{t(welcomed ? "welcome.save" : "welcome.next")}</Button>
      </Form>
    </Page>
  );
}
