import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { saveHomePhoto } from "../features/purchases/home-photo.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem } from "../http/parse-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const signUp = await asViewer(resident, (tx) => ownSignUp(tx, resident, args.params.id));
  const check = signUp.checks.find(({ id, kind }) => id === args.params.check && kind === "photo");
  if (!check) throw notFound();
  const back = `/samen-inkopen/aanmelding/${signUp.id}/huis`;
  if (!signUp.mine || (signUp.state !== "interest" && signUp.state !== "suitability")) throw redirect(`/samen-inkopen/aanmelding/${signUp.id}`);
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")("photo.title"), check, back };
}

/** Keeps a photo of the home, in the place of one that was there. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const [id, check] = [idIn(args.params), idIn({ id: args.params.check })];
  const wrong = await saveHomePhoto(resident, id, check, args.request);
  if (wrong) return formProblem({ errors: { photo: wrong }, values: {} });
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}/huis`, { text: serverT(resident.locale, "purchases")("photo.done") });
}

export default function PhotoOfMyHome() {
  const t = useT("purchases");
  const { title, check, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={check.question} back={{ to: back, words: t("checks.title") }}>
      <ErrorSummary errors={problem?.errors} />
      {check.photoId ? (
        <Form method="post" action={`${back.replace(/huis$/, "foto")}/${check.id}/verwijdering`} className="flex flex-col gap-3">
          <img src={`/samen-inkopen/foto/${check.photoId}`} alt={check.question} className="max-h-80 w-full rounded-xl bg-raised object-contain" />
          <Button look="danger">{t("photo.remove")}</Button>
        </Form>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-6">
        <TextField type="file" label={t("photo.file")} hint={t("photo.fileHint")} name="photo" accept="image/jpeg,image/png,image/webp" error={problem?.errors.photo} />
        <p className="measure text-sm text-ink-soft">{t("photo.who")}</p>
        <Button wide>{t("photo.send")}</Button>
      </Form>
    </Page>
  );
}
