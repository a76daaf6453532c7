import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { consentText } from "../features/consent/consent-text.server.ts";
import { measureKinds } from "../features/measures/catalogue.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { NameChoice } from "../features/together/name-choice.tsx";
import { saveNewRequest } from "../features/together/save-request.server.ts";
import { whomToAsk } from "../features/together/whom-to-ask.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, SelectField, TextArea } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { managers } = await asViewer(resident, (tx) => whomToAsk(tx, resident));
  if (managers.length === 0) throw redirect("/verzoeken");
  return {
    ...wordsFor(resident.locale, "together", "catalogue"),
    title: serverT(resident.locale, "together")("new.title"),
    newId: randomUUID(),
    managers,
    displayName: resident.displayName,
    consent: consentText(resident.locale, { purpose: "joint_request" }, resident).text,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return saveNewRequest(resident, await readForm(args.request));
}

export default function NewJointRequest() {
  const t = useT("together");
  const names = useT("catalogue");
  const { title, newId, managers, displayName, consent } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const errors: Record<string, string> = problem?.errors ?? {};
  const value = (name: string) => typed(problem?.values[name]);
  return (
    <Page title={title} intro={t("new.intro")} back={{ to: "/verzoeken", words: t("list.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <input type="hidden" name="id" value={newId} />
        {managers.length === 1 ? (
          <>
            <input type="hidden" name="organisationId" value={managers[0]!.id} />
            <p>{t("new.to", { name: managers[0]!.name })}</p>
          </>
        ) : (
          <Choices name="organisationId" legend={t("new.whom")} error={errors.organisationId} chosen={value("organisationId")} choices={managers.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
        <SelectField name="kind" label={t("new.kind")} error={errors.kind} defaultValue={value("kind") ?? ""}>
          <option value="">{t("new.choose")}</option>
          {measureKinds.map((kind) => (
            <option key={kind} value={kind}>
              {names(`kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextArea name="text" label={t("new.text")} hint={t("new.textHint")} error={errors.text} rows={6} maxLength={1000} defaultValue={value("text")} />
        <NameChoice displayName={displayName} chosen={value("naam")} />
        <Card tone="sky">{consent}</Card>
        <Button wide>{t("new.action")}</Button>
      </Form>
    </Page>
  );
}
