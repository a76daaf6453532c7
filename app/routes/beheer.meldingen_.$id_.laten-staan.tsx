import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { HouseRuleLine } from "../features/moderation/house-rule-line.tsx";
import { houseRules } from "../features/moderation/house-rules.ts";
import { keepReported } from "../features/moderation/keep-reported.server.ts";
import { keepSchema } from "../features/moderation/moderation.schema.server.ts";
import { openReport } from "../features/moderation/open-report.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const report = await openReport(moderator, args.params);
  return { title: serverT(moderator.locale, "moderation")("keep.title"), id: report.id, category: report.category };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const report = await openReport(moderator, args.params);
  const t = serverT(moderator.locale, "moderation");
  const form = parseForm(keepSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const kept = await asViewer(moderator, (tx) => keepReported(tx, report.id, form.value));
  throw await redirectWithFlash("/beheer/meldingen", { text: kept === "kept" ? t("keep.done") : t("report.decidedBefore") });
}

export default function Keep() {
  const t = useT("moderation");
  const { id, category } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("keep.title")} intro={t("keep.intro")} back={{ to: `/beheer/meldingen/${id}`, words: t("hide.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          legend={t("keep.rule")}
          error={problem?.errors.rule}
          name="rule"
          chosen={typed(problem?.values.rule) ?? category}
          choices={houseRules.rules.map((rule) => ({ value: rule.category, label: <HouseRuleLine rule={rule} /> }))}
        />
        <TextArea
          label={t("keep.note")}
          hint={t("keep.noteHint")}
          error={problem?.errors.note}
          name="note"
          maxLength={1000}
          defaultValue={typed(problem?.values.note)}
          required
        />
        <Button wide>{t("keep.submit")}</Button>
      </Form>
    </Page>
  );
}
