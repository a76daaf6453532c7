import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { contactForm } from "../features/purchases/purchase.schema.server.ts";
import { shareWithSupplier, supplierText } from "../features/purchases/supplier-consent.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const signUp = await asViewer(resident, (tx) => ownSignUp(tx, resident, args.params.id));
  const back = `/samen-inkopen/aanmelding/${signUp.id}`;
  if (!signUp.supplier) throw redirect(back);
  const t = serverT(resident.locale, "purchases");
  return { ...wordsFor(resident.locale, "purchases"), title: t("supplier.title", { supplier: signUp.supplier }), text: supplierText(resident, signUp), fields: signUp.rules.supplierFields, contact: signUp.contact, shared: signUp.sharedSince !== null, back };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "purchases");
  const signUp = await asViewer(resident, (tx) => ownSignUp(tx, resident, id));
  const form = parseForm(contactForm(t, signUp.rules.supplierFields), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { naam, mail, telefoon } = form.value;
  const done = await asViewer(resident, (tx) => shareWithSupplier(tx, resident, signUp, { name: naam, email: mail, phone: telefoon }));
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: t(done ? "supplier.done" : "supplier.none") });
}

export default function ForTheSupplier() {
  const t = useT("purchases");
  const { title, text, fields, contact, shared, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const shown = (name: string, kept: string | null | undefined) => typed(problem?.values[name] ?? kept ?? undefined);
  return (
    <Page title={title} intro={t("supplier.intro")} back={{ to: back, words: t("mine.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        {fields.includes("name") ? <TextField label={t("supplier.name")} name="naam" autoComplete="name" maxLength={100} error={problem?.errors.naam} defaultValue={shown("naam", contact?.name)} /> : null}
        {fields.includes("email") ? <TextField label={t("supplier.email")} name="mail" type="email" autoComplete="email" maxLength={200} error={problem?.errors.mail} defaultValue={shown("mail", contact?.email)} /> : null}
        {fields.includes("phone") ? <TextField label={t("supplier.phone")} name="telefoon" type="tel" autoComplete="tel" maxLength={30} error={problem?.errors.telefoon} defaultValue={shown("telefoon", contact?.phone)} /> : null}
        <Choices several legend={t("supplier.consent")} name="akkoord" error={problem?.errors.akkoord} chosen={problem ? typed(problem.values.akkoord) : shared ? "ja" : null} choices={[{ value: "ja", label: t("supplier.yes"), hint: text }]} />
        <Button wide>{t("supplier.send")}</Button>
      </Form>
      {shared ? (
        <Form method="post" action={`${back}/leverancier-stoppen`} className="flex flex-col items-start gap-2">
          <p className="measure text-sm text-ink-soft">{t("supplier.stopText")}</p>
          <Button look="danger">{t("supplier.stop")}</Button>
        </Form>
      ) : null}
    </Page>
  );
}
