import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { signUpForm } from "../features/purchases/purchase.schema.server.ts";
import { purchasePage } from "../features/purchases/purchase-page.server.ts";
import { RulesView } from "../features/purchases/rules-view.tsx";
import { signUp } from "../features/purchases/sign-up.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, (tx) => purchasePage(tx, resident, args.params.id));
  if (!found) throw notFound();
  if (found.purchase.state !== "open") throw redirect(`/samen-inkopen/${found.purchase.id}`);
  const parties = [...(found.purchase.forOwners ? (["owner", "association"] as const) : []), ...(found.purchase.forTenants ? (["tenant"] as const) : [])];
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")("signUp.title"), purchase: found.purchase, rules: found.rules, parties };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "purchases");
  const form = parseForm(signUpForm(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const made = await asViewer(resident, (tx) => signUp(tx, id, form.value.voor, form.value.regels));
  if (!made) throw notFound();
  if (made.signUp === null) return formProblem({ errors: { form: t(`signUp.${made.outcome}`) }, values: form.values });
  return redirectWithFlash(`/samen-inkopen/aanmelding/${made.signUp}`, { text: t(made.outcome === "again" ? "signUp.again" : "signUp.done") });
}

export default function SignUpForPurchase() {
  const t = useT("purchases");
  const { title, purchase, rules, parties } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("signUp.intro")} back={{ to: `/samen-inkopen/${purchase.id}`, words: purchase.title }}>
      <ErrorSummary errors={problem?.errors} />
      <RulesView rules={rules} supplier={purchase} />
      <Form method="post" className="flex flex-col gap-6">
        <input type="hidden" name="regels" value={rules.version} />
        <Choices legend={t("signUp.for")} name="voor" error={problem?.errors.voor} chosen={typed(problem?.values.voor)} choices={parties.map((party) => ({ value: party, label: t(`parties.${party}`), hint: t(`partiesHint.${party}`) }))} />
        <Choices several legend={t("signUp.legend")} name="akkoord" error={problem?.errors.akkoord ?? problem?.errors.regels} chosen={typed(problem?.values.akkoord)} choices={[{ value: "ja", label: t("signUp.agree"), hint: t("signUp.agreeHint") }]} />
        <p className="measure text-sm text-ink-soft">
          {t("signUp.who")}{" "}
          <Link to="/privacy" className="underline underline-offset-4">
            {t("signUp.privacy")}
          </Link>
        </p>
        <Button wide>{t("signUp.send")}</Button>
      </Form>
    </Page>
  );
}
