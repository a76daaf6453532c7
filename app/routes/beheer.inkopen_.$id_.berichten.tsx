import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MessageCircleOff } from "lucide-react";
import { signUpStates } from "../../db/schema/purchase-choices.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { countsOf } from "../features/purchases/desk/board.server.ts";
import { messageSchema } from "../features/purchases/desk/deed.schema.server.ts";
import { readable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { messagesOf, messageSignUps } from "../features/purchases/desk/tell-sign-ups.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, SelectField, TextArea } from "../ui/fields.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const found = await asViewer(moderator, async (tx) => {
    const { title: about } = await readable(tx, moderator, id);
    const counts = await countsOf(tx, moderator, id);
    const states = signUpStates.flatMap((state) => counts.filter((each) => each.state === state));
    return { about, states, sent: await messagesOf(tx, id) };
  });
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title: serverT(moderator.locale, "purchaseDesk")("messages.title"), id, ...found };
}

/** Writes to everybody who is that far. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const t = serverT(moderator.locale, "purchaseDesk");
  await asViewer(moderator, (tx) => readable(tx, moderator, id));
  const form = parseForm(messageSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const count = await asViewer(moderator, (tx) => messageSignUps(tx, id, form.value.stap, form.value.bericht));
  if (count === 0) return formProblem({ errors: { stap: t("messages.nobody") }, values: form.values });
  throw await redirectWithFlash(`/beheer/inkopen/${id}/berichten`, { text: t("messages.sent", { count }) });
}

export default function MessagesToSignUps() {
  const t = useT("purchaseDesk");
  const day = useDay();
  const { title, id, about, states, sent } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { values = {}, errors = {} } = problem ?? {};
  return (
    <Page title={title} intro={`${about}. ${t("messages.intro")}`} back={{ to: `/beheer/inkopen/${id}`, words: t("signUp.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {states.length > 0 ? (
        <Form method="post" className="flex flex-col gap-6">
          <SelectField label={t("messages.to")} name="stap" className="sm:max-w-96" error={errors.stap} defaultValue={typed(values.stap) ?? ""}>
            <option value="">{t("messages.choose")}</option>
            {states.map(({ state, count }) => <option key={state} value={state}>{`${t(`signUpStates.${state}`)} (${count})`}</option>)}
          </SelectField>
          <TextArea label={t("messages.words")} hint={t("messages.wordsHint")} name="bericht" rows={6} maxLength={2000} error={errors.bericht} defaultValue={typed(values.bericht)} />
          <Button wide>{t("messages.send")}</Button>
        </Form>
      ) : (
        <EmptyState icon={<MessageCircleOff />} title={t("board.none")}>
          {t("board.noneText")}
        </EmptyState>
      )}
      {sent.length > 0 ? (
        <Section title={t("messages.log")}>
          <Rows>
            {sent.map((message) => (
              <Row key={message.id} title={<span className="font-normal break-words whitespace-pre-line">{message.body}</span>}>
                {t("messages.line", { day: day(message.at), state: t(`signUpStates.${message.state}`), count: message.signUps })}
              </Row>
            ))}
          </Rows>
        </Section>
      ) : null}
    </Page>
  );
}
