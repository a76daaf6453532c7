import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { answersToRules } from "../features/purchases/desk/answers-to-rules.server.ts";
import { proposalSchema } from "../features/purchases/desk/concept.schema.server.ts";
import { valuesOfRules } from "../features/purchases/desk/concept-values.ts";
import { decidable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { RulesFields } from "../features/purchases/desk/rules-fields.tsx";
import { RulesView } from "../features/purchases/desk/rules-view.tsx";
import { proposeRules } from "../features/purchases/manage.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const found = await asViewer(moderator, async (tx) => {
    const { rules, proposal } = await decidable(tx, moderator, id, "open");
    return { values: valuesOfRules(rules), proposal, answers: proposal ? await answersToRules(tx, id, proposal.version) : null };
  });
  return { ...wordsFor(moderator.locale, "purchaseDesk", "catalogue"), title: serverT(moderator.locale, "purchaseDesk")("propose.title"), id, ...found };
}

/** Lays other rules before everybody who takes part. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  await asViewer(moderator, (tx) => decidable(tx, moderator, id, "open"));
  const t = serverT(moderator.locale, "purchaseDesk");
  const form = parseForm(proposalSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { rules, tiers, why } = form.value;
  const said = await asViewer(moderator, async (tx) => {
    const version = await proposeRules(tx, id, rules, tiers, why);
    if (version === null) return "gone";
    return (await decidable(tx, moderator, id, "open")).rules.version === version ? "adopted" : "proposed";
  });
  throw await redirectWithFlash(`/beheer/inkopen/${id}`, { text: t(`propose.${said}`) });
}

export default function ProposeRules() {
  const t = useT("purchaseDesk");
  const day = useDay();
  const { title, id, values, proposal, answers } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const shown = problem?.values ?? values;
  return (
    <Page title={title} intro={t("propose.intro")} back={{ to: `/beheer/inkopen/${id}`, words: t("signUp.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {proposal ? (
        <Section title={t("propose.waits")} aside={t("rules.proposedSince", { day: day(proposal.proposedAt) })}>
          <p className="measure whitespace-pre-line">{proposal.why}</p>
          {answers ? <p>{t("propose.answers", answers)}</p> : null}
          <RulesView rules={proposal} />
          <p className="measure text-ink-soft">{t("propose.dropText")}</p>
          <Form method="post" action={`/beheer/inkopen/${id}/regels/terug`}>
            <Button look="danger">{t("propose.drop")}</Button>
          </Form>
        </Section>
      ) : (
        <Form method="post" className="flex flex-col gap-6">
          <TextArea label={t("propose.why")} hint={t("propose.whyHint")} name="waarom" rows={3} maxLength={1000} error={problem?.errors.waarom} defaultValue={typed(problem?.values.waarom)} />
          <RulesFields values={shown} errors={problem?.errors} />
          <Button wide>{t("propose.submit")}</Button>
        </Form>
      )}
    </Page>
  );
}
