import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { officialNeighbourhoods } from "../features/insights/municipality/municipality-page.server.ts";
import { promiseReportSchema } from "../features/posts/post.schema.server.ts";
import { PostList } from "../features/posts/post-list.tsx";
import { postsTo } from "../features/posts/posts.server.ts";
import { reportOnPromise } from "../features/posts/write-posts.server.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import type { Official } from "../features/session/viewer.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextArea, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const promise = await openPromise(official, idIn(args.params));
  return { ...wordsFor(official.locale, "figureDesk", "releases"), title: serverT(official.locale, "figureDesk")("post.reportTitle"), promise };
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args);
  const { id } = await openPromise(official, idIn(args.params));
  const t = serverT(official.locale, "figureDesk");
  const form = parseForm(promiseReportSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { uitkomst, uitleg, klaar } = form.value;
  await asViewer(official, (tx) => reportOnPromise(tx, official, id, uitleg, uitkomst === "late" ? klaar! : null));
  throw await redirectWithFlash("/gemeente/toezeggingen", { text: t("post.saved") });
}

async function openPromise(official: Official, id: string) {
  const codes = (await officialNeighbourhoods(official)).map(({ code }) => code);
  const promise = (await asViewer(official, (tx) => postsTo(tx, codes))).find((post) => post.id === id);
  if (!promise?.state || promise.state === "kept" || promise.state === "withdrawn") throw notFound();
  return promise;
}

export default function ReportOnPromise() {
  const t = useT("figureDesk");
  const { title, promise } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { values, errors } = answer ?? { values: undefined, errors: undefined };
  return (
    <Page title={title} back={{ to: "/gemeente/toezeggingen", words: t("post.back") }}>
      <ErrorSummary errors={errors} />
      <h2 className="sr-only">{promise.title}</h2>
      <PostList posts={[promise]} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices legend={t("post.outcome")} error={errors?.uitkomst} name="uitkomst" chosen={typed(values?.uitkomst)} choices={[{ value: "kept", label: t("post.kept") }, { value: "late", label: t("post.late") }]} />
        <TextArea label={t("post.reason")} hint={t("post.reasonHint")} error={errors?.uitleg} name="uitleg" maxLength={1000} defaultValue={typed(values?.uitleg)} required />
        <TextField label={t("post.newDue")} hint={t("post.newDueHint")} error={errors?.klaar} name="klaar" type="date" defaultValue={typed(values?.klaar)} optional />
        <Button wide>{t("post.save")}</Button>
      </Form>
    </Page>
  );
}
