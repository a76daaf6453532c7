import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { NotNowCard, PaceChoices, QuietChoice, SlotLine, TurnedOff } from "../features/notices/choice-fields.tsx";
import { noticeChoiceForm } from "../features/notices/notice-choice.schema.server.ts";
import { chooseNotices, ownNoticeChoice, ownUnsubscriptions } from "../features/notices/notice-choice.server.ts";
import { offeredSubjects } from "../features/notices/offered-subjects.server.ts";
import { slotOf } from "../features/notices/pace.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, async (tx) => ({ choice: await ownNoticeChoice(tx, resident), turnedOff: await ownUnsubscriptions(tx, resident) }));
  return {
    ...wordsFor(resident.locale, "notices"),
    title: serverT(resident.locale, "notices")("choice.title"),
    ...found,
    subjects: offeredSubjects,
    slot: slotOf(resident.residentId),
    notNow: resident.involvement === "not_now",
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(noticeChoiceForm(resident.locale), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  await asViewer(resident, (tx) => chooseNotices(tx, resident, form.value));
  return redirectWithFlash("/instellingen/berichten", { text: serverT(resident.locale, "notices")("choice.saved") });
}

export default function ChooseNotices() {
  const t = useT("notices");
  const { title, choice, subjects, slot, notNow, turnedOff } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("choice.intro")} back={{ to: "/instellingen", words: t("choice.back") }}>
      {notNow ? <NotNowCard /> : null}
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-8">
        <PaceChoices choice={choice} subjects={subjects} errors={problem?.errors} values={problem?.values} />
        <SlotLine slot={slot} />
        <QuietChoice chosen={choice.quietNights} />
        <Button wide>{t("choice.save")}</Button>
      </Form>
      <p className="text-ink-soft">{t("choice.always")}</p>
      <TurnedOff events={turnedOff} />
    </Page>
  );
}
