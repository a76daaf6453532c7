import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { CircleOff } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { chosenSignUps } from "../features/purchases/desk/board.server.ts";
import { SignUpLine } from "../features/purchases/desk/board-column.tsx";
import { bulkSchema, chosenSchema } from "../features/purchases/desk/deed.schema.server.ts";
import { readable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { StepFields } from "../features/purchases/desk/step-fields.tsx";
import { stepMany } from "../features/purchases/desk/step-many.server.ts";
import { saidOf } from "../features/purchases/desk/stepped-words.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** Shows what the step would do; nothing is changed by it. */
export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const asked = parseForm(chosenSchema, new URL(args.request.url).searchParams);
  if (!asked.ok) throw notFound();
  const { van: from, naar: to, wie } = asked.value;
  const chosen = await asViewer(moderator, async (tx) => {
    await readable(tx, moderator, id);
    return chosenSignUps(tx, moderator, id, wie);
  });
  const here = chosen.filter(({ state }) => state === from);
  const t = serverT(moderator.locale, "purchaseDesk");
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title: t("steps.title", { to: t(`signUpStates.${to}`) }), id, from, to, here, moved: wie.length - here.length };
}

/** Makes the step with all that are still where they were. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  await asViewer(moderator, (tx) => readable(tx, moderator, id));
  const t = serverT(moderator.locale, "purchaseDesk");
  const form = parseForm(bulkSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { ids, from, ...step } = form.value;
  const outcome = await asViewer(moderator, (tx) => stepMany(tx, moderator, id, ids, from, step));
  throw await redirectWithFlash(`/beheer/inkopen/${id}`, { text: saidOf(t, outcome, step.to) });
}

export default function Steps() {
  const t = useT("purchaseDesk");
  const { title, id, from, to, here, moved } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const words = { from: t(`signUpStates.${from}`), to: t(`signUpStates.${to}`) };
  return (
    <Page title={title} intro={t("steps.intro")} back={{ to: `/beheer/inkopen/${id}`, words: t("steps.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {moved > 0 ? <p role="status">{t("steps.moved", { count: moved })}</p> : null}
      {here.length > 0 ? (
        <Form method="post" action={`/beheer/inkopen/${id}/stappen?${new URLSearchParams([["van", from], ["naar", to], ...here.map((each) => ["wie[]", each.id])])}`} className="flex flex-col gap-6">
          <Section title={t("steps.who", { count: here.length, ...words })}>
            <Rows>
              {here.map((signUp) => (
                <Row key={signUp.id} title={signUp.reference}>
                  <SignUpLine signUp={signUp} />
                </Row>
              ))}
            </Rows>
          </Section>
          <input type="hidden" name="van" value={from} />
          <input type="hidden" name="naar" value={to} />
          {here.map((signUp) => <input key={signUp.id} type="hidden" name="wie[]" value={signUp.id} />)}
          <StepFields to={to} values={problem?.values} errors={problem?.errors} />
          <Button wide>{t("steps.submit")}</Button>
        </Form>
      ) : (
        <EmptyState icon={<CircleOff />} title={t("steps.nobody")}>
          {t("steps.nobodyText")}
        </EmptyState>
      )}
    </Page>
  );
}
