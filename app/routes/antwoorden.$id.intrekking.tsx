import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { answer } from "../../db/schema/questions.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { ownAnswer } from "../features/questions/find-answer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { withdrawItem } from "../features/sharing/withdraw-item.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { questionId, withdrawnAt } = await asViewer(resident, (tx) => ownAnswer(tx, resident, args.params.id));
  if (withdrawnAt) throw redirect(`/vragen/${questionId}`);
  return { ...wordsFor(resident.locale, "questions"), title: serverT(resident.locale, "questions")("answer.withdrawTitle"), questionId };
}

/** Takes an own answer away. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id, questionId, questionTitle } = await asViewer(resident, async (tx) => {
    const found = await ownAnswer(tx, resident, args.params.id);
    await withdrawItem(tx, resident, answer, found.id);
    return found;
  });
  const t = serverT(resident.locale, "questions");
  return redirectWithFlash(questionTitle === null ? "/vragen" : `/vragen/${questionId}`, { text: t("answer.withdrawnDone"), undo: { action: `/antwoorden/${id}/terugzetting`, label: t("answer.undo") } });
}

export default function WithdrawAnswer() {
  const t = useT("questions");
  const { title, questionId } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("answer.withdrawIntro")}>
      <Form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button look="danger" wide>
          {t("answer.withdrawConfirm")}
        </Button>
        <ButtonLink look="secondary" wide to={`/vragen/${questionId}`}>
          {t("answer.keep")}
        </ButtonLink>
      </Form>
    </Page>
  );
}
