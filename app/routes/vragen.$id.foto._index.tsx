import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownQuestion } from "../features/questions/find-question.server.ts";
import { savePhoto } from "../features/questions/save-photo.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem } from "../http/parse-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, title: question, photo, withdrawnAt } = await asViewer(resident, (tx) => ownQuestion(tx, resident, args.params.id));
  if (withdrawnAt) throw redirect(`/vragen/${id}`);
  return { ...wordsFor(resident.locale, "questions"), title: serverT(resident.locale, "questions")("photo.title"), id, question, photo };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = await asViewer(resident, (tx) => ownQuestion(tx, resident, args.params.id));
  const problem = await savePhoto(resident, id, args.request);
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/vragen/${id}`, { text: serverT(resident.locale, "questions")("photo.done") });
}

export default function QuestionPhoto() {
  const t = useT("questions");
  const { title, id, question, photo } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("photo.intro")} back={{ to: `/vragen/${id}`, words: question }}>
      <ErrorSummary errors={problem?.errors} />
      {photo ? (
        <Form method="post" action={`/vragen/${id}/foto/verwijdering`} className="flex flex-col gap-3">
          <img src={`/foto/${photo.id}`} alt={photo.alt ?? t("page.photoAlt")} className="max-h-80 w-full rounded-xl bg-raised object-contain" />
          <Button look="danger">{t("photo.remove")}</Button>
        </Form>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-6">
        <TextField type="file" label={t("photo.file")} hint={t("photo.fileHint")} name="photo" accept="image/jpeg,image/png,image/webp" error={problem?.errors.photo} />
        <TextField label={t("photo.alt")} hint={t("photo.altHint")} optional name="alt" maxLength={200} error={problem?.errors.alt} defaultValue={typed(problem?.values.alt)} />
        <Button wide>{t("photo.send")}</Button>
      </Form>
    </Page>
  );
}
