import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { reviewForm } from "../features/purchases/purchase.schema.server.ts";
import { reviewPurchase } from "../features/purchases/step.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, state, mine } = await asViewer(resident, (tx) => ownSignUp(tx, resident, args.params.id));
  const back = `/samen-inkopen/aanmelding/${id}`;
  if (state !== "delivered" || !mine) throw redirect(back);
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")("review.title"), back };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "purchases");
  const form = parseForm(reviewForm(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => reviewPurchase(tx, id, form.value.tevreden, form.value.woorden));
  if (!done) throw notFound();
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: t(done === "stepped" ? "review.done" : "deeds.over") });
}

export default function ReviewPurchase() {
  const t = useT("purchases");
  const { title, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("review.intro")} back={{ to: back, words: t("mine.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices legend={t("review.stars")} name="tevreden" error={problem?.errors.tevreden} chosen={typed(problem?.values.tevreden)} choices={(["5", "4", "3", "2", "1"] as const).map((stars) => ({ value: stars, label: t(`review.star.${stars}`) }))} />
        <TextArea label={t("review.words")} optional name="woorden" rows={5} maxLength={2000} error={problem?.errors.woorden} defaultValue={typed(problem?.values.woorden)} />
        <Button wide>{t("review.send")}</Button>
      </Form>
    </Page>
  );
}
