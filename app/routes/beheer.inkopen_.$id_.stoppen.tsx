import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { stopSchema } from "../features/purchases/desk/deed.schema.server.ts";
import { endingsOf, stopReasons } from "../features/purchases/desk/endings.ts";
import { decidable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { stopPurchase } from "../features/purchases/manage.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Choices, ErrorSummary, SelectField, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const { state, title: about } = await asViewer(moderator, (tx) => decidable(tx, moderator, id, "open", "reached"));
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title: serverT(moderator.locale, "purchaseDesk")("stop.title"), id, about, hows: endingsOf(state) };
}

/** Ends it, for everybody in it. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const { state } = await asViewer(moderator, (tx) => decidable(tx, moderator, id, "open", "reached"));
  const t = serverT(moderator.locale, "purchaseDesk");
  const form = parseForm(stopSchema(t, endingsOf(state)), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { how, reason, words } = form.value;
  if (!(await asViewer(moderator, (tx) => stopPurchase(tx, id, how, reason, words)))) return formProblem({ errors: { form: t("stop.refused") }, values: form.values });
  throw await redirectWithFlash(`/beheer/inkopen/${id}`, { text: t("stop.stopped") });
}

export default function StopPurchase() {
  const t = useT("purchaseDesk");
  const { title, id, about, hows } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const values = problem?.values ?? {};
  return (
    <Page title={title} intro={`${about}. ${t("stop.intro")}`} back={{ to: `/beheer/inkopen/${id}`, words: t("signUp.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices legend={t("stop.how")} name="hoe" error={problem?.errors.hoe} chosen={typed(values.hoe)} choices={hows.map((how) => ({ value: how, label: t(`stop.hows.${how}`), hint: t(`stop.howHints.${how}`) }))} />
        <SelectField label={t("stop.reason")} name="reden" className="sm:max-w-96" error={problem?.errors.reden} defaultValue={typed(values.reden) ?? ""}>
          <option value="">{t("errors.reason")}</option>
          {stopReasons.map((reason) => <option key={reason} value={reason}>{t(`reasons.${reason}`)}</option>)}
        </SelectField>
        <TextArea label={t("stop.words")} hint={t("stop.wordsHint")} optional name="woorden" rows={3} maxLength={1000} error={problem?.errors.woorden} defaultValue={typed(values.woorden)} />
        <div className="flex flex-wrap gap-3">
          <Button look="danger">{t("stop.submit")}</Button>
          <ButtonLink look="secondary" to={`/beheer/inkopen/${id}`}>
            {t("stop.keep")}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
