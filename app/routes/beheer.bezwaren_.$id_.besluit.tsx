import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { moderatedAppeal } from "../features/moderation/appeals.server.ts";
import { decideAppeal } from "../features/moderation/decide-appeal.server.ts";
import { appealSchema } from "../features/moderation/moderation.schema.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import type { Moderator } from "../features/session/viewer.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const { id, first } = await openAppeal(moderator, args.params);
  return { title: serverT(moderator.locale, "moderation")("appealDecision.title"), id, first };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const { id } = await openAppeal(moderator, args.params);
  const t = serverT(moderator.locale, "moderation");
  const form = parseForm(appealSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(moderator, (tx) => decideAppeal(tx, id, form.value.outcome, form.value.answer));
  if (!done) throw notFound();
  if (done === "too_many") return formProblem({ errors: { form: t("hide.tooMany") }, values: form.values });
  const said = { own: t("appealDecision.own"), decided: t("appealDecision.before"), upheld: t("appealDecision.done"), overturned: t("appealDecision.done") };
  throw await redirectWithFlash("/beheer/meldingen", { text: said[done] });
}

/** @throws 404 when the appeal isn't for this moderator; a redirect to it when it is decided, or about their own decision */
async function openAppeal(moderator: Moderator, params: { id?: string }) {
  const id = idIn(params);
  const appeal = await asViewer(moderator, (tx) => moderatedAppeal(tx, moderator, id));
  if (!appeal) throw notFound();
  if (appeal.decidedAt || appeal.mine) throw redirect(`/beheer/bezwaren/${id}`, 303);
  return appeal;
}

export default function DecideAppeal() {
  const t = useT("moderation");
  const { id, first, title } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const hidden = first === "hidden";
  return (
    <Page title={title} intro={t("appealDecision.intro")} back={{ to: `/beheer/bezwaren/${id}`, words: t("appealDecision.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          legend={t("appealDecision.outcome")}
          error={problem?.errors.outcome}
          name="outcome"
          chosen={typed(problem?.values.outcome)}
          choices={[
            { value: "upheld", label: hidden ? t("appealDecision.hiddenUpheld") : t("appealDecision.keptUpheld") },
            hidden
              ? { value: "overturned", label: t("appealDecision.hiddenOverturned") }
              : { value: "overturned", label: t("appealDecision.keptOverturned"), hint: t("appealDecision.keptOverturnedHint") },
          ]}
        />
        <TextArea
          label={t("appealDecision.answer")}
          hint={t("appealDecision.answerHint")}
          error={problem?.errors.answer}
          name="answer"
          rows={6}
          maxLength={1000}
          defaultValue={typed(problem?.values.answer)}
          required
        />
        <Button wide>{t("appealDecision.submit")}</Button>
      </Form>
    </Page>
  );
}
