import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { hidingDurations } from "../../db/schema/choices.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { hideReported } from "../features/moderation/hide-reported.server.ts";
import { HouseRuleLine } from "../features/moderation/house-rule-line.tsx";
import { houseRules } from "../features/moderation/house-rules.ts";
import { hideSchema, unchangeable } from "../features/moderation/moderation.schema.server.ts";
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
  return { title: serverT(moderator.locale, "moderation")("hide.title"), id: report.id, category: report.category, changeable: !unchangeable.includes(report.subjectKind) };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const report = await openReport(moderator, args.params);
  const t = serverT(moderator.locale, "moderation");
  const form = parseForm(hideSchema(t, report.subjectKind), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(moderator, (tx) => hideReported(tx, report.id, form.value));
  if (done === "too_many") return formProblem({ errors: { form: t("hide.tooMany") }, values: form.values });
  throw await redirectWithFlash("/beheer/meldingen", { text: done === "hidden" ? t("hide.done") : t("report.decidedBefore") });
}

export default function Hide() {
  const t = useT("moderation");
  const { id, category, changeable } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("hide.title")} intro={t("hide.intro")} back={{ to: `/beheer/meldingen/${id}`, words: t("hide.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          legend={t("hide.rule")}
          error={problem?.errors.rule}
          name="rule"
          chosen={typed(problem?.values.rule) ?? category}
          choices={houseRules.rules.map((rule) => ({ value: rule.category, label: <HouseRuleLine rule={rule} /> }))}
        />
        {changeable ? (
          <Choices
            legend={t("hide.duration")}
            error={problem?.errors.duration}
            name="duration"
            chosen={typed(problem?.values.duration) ?? "until_changed"}
            choices={hidingDurations.map((value) => ({ value, label: t(`hide.durations.${value}`) }))}
          />
        ) : (
          <p className="measure">{t("hide.requestForGood")}</p>
        )}
        <TextArea
          label={t("hide.reason")}
          hint={t("hide.reasonHint")}
          error={problem?.errors.reason}
          name="reason"
          rows={6}
          maxLength={1000}
          defaultValue={typed(problem?.values.reason)}
          required
        />
        <Button wide>{t("hide.submit")}</Button>
      </Form>
    </Page>
  );
}
