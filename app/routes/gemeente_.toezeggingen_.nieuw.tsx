import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { officialNeighbourhoods } from "../features/insights/municipality/municipality-page.server.ts";
import { postSchema } from "../features/posts/post.schema.server.ts";
import { postToNeighbourhood } from "../features/posts/write-posts.server.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, SelectField, TextArea, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  return { ...wordsFor(official.locale, "figureDesk"), title: serverT(official.locale, "figureDesk")("post.title"), neighbourhoods: await officialNeighbourhoods(official) };
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args);
  const t = serverT(official.locale, "figureDesk");
  const codes = (await officialNeighbourhoods(official)).map(({ code }) => code);
  const form = parseForm(postSchema(t, codes), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { buurt, soort, onderwerp, tekst, klaar } = form.value;
  await asViewer(official, (tx) => postToNeighbourhood(tx, official, { neighbourhoodCode: buurt, kind: soort, title: onderwerp, body: tekst, dueOn: soort === "promise" ? klaar! : null }));
  throw await redirectWithFlash("/gemeente/toezeggingen", { text: t("post.posted") });
}

export default function NewPost() {
  const t = useT("figureDesk");
  const { title, neighbourhoods } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { values, errors } = answer ?? { values: undefined, errors: undefined };
  return (
    <Page title={title} intro={t("post.intro")} back={{ to: "/gemeente/toezeggingen", words: t("post.back") }}>
      <ErrorSummary errors={errors} />
      <Form method="post" className="flex flex-col gap-6">
        <SelectField label={t("post.neighbourhood")} error={errors?.buurt} name="buurt" defaultValue={typed(values?.buurt)}>
          {neighbourhoods.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
        </SelectField>
        <Choices
          legend={t("post.kind")}
          error={errors?.soort}
          name="soort"
          chosen={typed(values?.soort)}
          choices={[{ value: "answer", label: t("post.answer"), hint: t("post.answerHint") }, { value: "promise", label: t("post.promise"), hint: t("post.promiseHint") }]}
        />
        <TextField label={t("post.subject")} error={errors?.onderwerp} name="onderwerp" maxLength={120} defaultValue={typed(values?.onderwerp)} required />
        <TextArea label={t("post.body")} hint={t("post.bodyHint")} error={errors?.tekst} name="tekst" rows={8} maxLength={2000} defaultValue={typed(values?.tekst)} required />
        <TextField label={t("post.due")} hint={t("post.dueHint")} error={errors?.klaar} name="klaar" type="date" defaultValue={typed(values?.klaar)} optional />
        <Button wide>{t("post.submit")}</Button>
      </Form>
    </Page>
  );
}
