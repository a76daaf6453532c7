import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { rulesForm } from "../features/purchases/purchase.schema.server.ts";
import { rulesOf } from "../features/purchases/purchase-page.server.ts";
import { RulesView } from "../features/purchases/rules-view.tsx";
import { answerRules } from "../features/purchases/sign-up.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, async (tx) => {
    const signUp = await ownSignUp(tx, resident, args.params.id);
    const { proposed, mine } = signUp;
    const back = `/samen-inkopen/aanmelding/${signUp.id}`;
    if (!proposed || !mine) throw redirect(back);
    const rules = (await rulesOf(tx, signUp.purchaseId, proposed.version))!;
    return { back, proposed, rules, supplier: { supplier: signUp.supplier, supplierWhy: null } };
  });
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")("newRules.title"), ...found };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "purchases");
  const form = parseForm(rulesForm(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  await asViewer(resident, (tx) => ownSignUp(tx, resident, id));
  const done = await asViewer(resident, (tx) => answerRules(tx, id, form.value.versie, form.value.antwoord === "ja"));
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: t(done ? `newRules.${done}` : "deeds.over") });
}

export default function AnswerOtherRules() {
  const t = useT("purchases");
  const { title, back, proposed, rules, supplier } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const chosen = problem ? null : proposed.agreed === null ? null : proposed.agreed ? "ja" : "nee";
  return (
    <Page title={title} intro={t("newRules.intro")} back={{ to: back, words: t("mine.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Card tone="sun">
        <p className="break-words">{t("newRules.why", { why: proposed.why })}</p>
      </Card>
      <RulesView rules={rules} supplier={supplier} />
      <Form method="post" className="flex flex-col gap-6">
        <input type="hidden" name="versie" value={proposed.version} />
        <Choices legend={t("newRules.legend")} name="antwoord" error={problem?.errors.antwoord} chosen={chosen} choices={[{ value: "ja", label: t("newRules.yes") }, { value: "nee", label: t("newRules.no"), hint: t("newRules.noHint") }]} />
        <Button wide>{t("newRules.send")}</Button>
      </Form>
    </Page>
  );
}
