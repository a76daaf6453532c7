import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { secondLookOutcomes } from "../../db/schema/choices.ts";
import { decideSecondLook } from "../features/moderation/decide-second-look.server.ts";
import { HouseRuleLine } from "../features/moderation/house-rule-line.tsx";
import { houseRule } from "../features/moderation/house-rules.ts";
import { LookAtItem } from "../features/moderation/look-at-item.tsx";
import { secondLookSchema } from "../features/moderation/moderation.schema.server.ts";
import { moderatedSecondLook } from "../features/moderation/second-looks.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Facts, Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const look = await asViewer(moderator, (tx) => moderatedSecondLook(tx, moderator, id));
  if (!look) throw notFound();
  return { title: serverT(moderator.locale, "moderation")("again.title"), look };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  if (!(await asViewer(moderator, (tx) => moderatedSecondLook(tx, moderator, id)))) throw notFound();
  const t = serverT(moderator.locale, "moderation");
  const form = parseForm(secondLookSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(moderator, (tx) => decideSecondLook(tx, id, form.value.outcome, form.value.answer));
  if (!done) throw notFound();
  throw await redirectWithFlash("/beheer/meldingen", { text: t(`again.${done}`) });
}

export default function LookAgain() {
  const t = useT("moderation");
  const day = useDay();
  const { title, look } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("again.intro")} back={{ to: "/beheer/meldingen", words: t("report.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Facts
        facts={[
          { name: t("report.about"), value: <span className="inline-block first-letter:uppercase">{t(`subject.${look.subjectKind}`)}</span> },
          { name: t("report.neighbourhood"), value: look.neighbourhoodName },
          { name: t("again.hiddenOn"), value: day(look.hiddenAt) },
          { name: t("appeal.rule"), value: <HouseRuleLine rule={houseRule(look.rule, look.rulesVersion)} /> },
          { name: t("appeal.firstReason"), value: <span className="font-normal break-words whitespace-pre-line">{look.reason ?? t("appeal.erased")}</span> },
        ]}
      />
      <LookAtItem path={`/beheer/opnieuw/${look.id}`} asNeighbour={null} decided={false} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          legend={t("again.outcome")}
          error={problem?.errors.outcome}
          name="outcome"
          chosen={typed(problem?.values.outcome)}
          choices={secondLookOutcomes.map((value) => ({ value, label: t(`again.outcomes.${value}`) }))}
        />
        <TextArea label={t("again.answer")} hint={t("again.answerHint")} error={problem?.errors.answer} name="answer" rows={4} maxLength={1000} defaultValue={typed(problem?.values.answer)} required />
        <Button wide>{t("again.submit")}</Button>
      </Form>
    </Page>
  );
}
