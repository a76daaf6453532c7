import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { PostCard } from "../features/posts/post-card.tsx";
import { withdrawalSchema } from "../features/posts/post.schema.server.ts";
import { onePost } from "../features/posts/posts.server.ts";
import { withdrawPost } from "../features/posts/write-posts.server.ts";
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
import { Choices, ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const post = await standingPost(official, idIn(args.params));
  return { ...wordsFor(official.locale, "figureDesk", "releases"), title: serverT(official.locale, "figureDesk")("withdraw.title"), post };
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args);
  const { id } = await standingPost(official, idIn(args.params));
  const t = serverT(official.locale, "figureDesk");
  const form = parseForm(withdrawalSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { reden, tekst } = form.value;
  const done = await asViewer(official, (tx) => withdrawPost(tx, id, reden, tekst === "goes"));
  throw await redirectWithFlash("/gemeente/toezeggingen", { text: t(done ? "withdraw.done" : "withdraw.doneBefore") });
}

/** A post of this official's municipality that isn't withdrawn yet. @throws 404 */
async function standingPost(official: Official, id: string) {
  const post = await asViewer(official, (tx) => onePost(tx, id));
  if (!post || post.withdrawnAt || !official.officialOf.includes(post.municipalityCode)) throw notFound();
  return post;
}

export default function WithdrawPost() {
  const t = useT("figureDesk");
  const { title, post } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { values, errors } = answer ?? { values: undefined, errors: undefined };
  return (
    <Page title={title} intro={t("withdraw.intro")} back={{ to: "/gemeente/toezeggingen", words: t("post.back") }}>
      <ErrorSummary errors={errors} />
      <h2 className="sr-only">{t("withdraw.what")}</h2>
      <PostCard post={post} />
      <Form method="post" className="flex flex-col gap-6">
        <TextArea label={t("withdraw.reason")} hint={t("withdraw.reasonHint")} error={errors?.reden} name="reden" maxLength={1000} defaultValue={typed(values?.reden)} required />
        <Choices
          legend={t("withdraw.text")}
          error={errors?.tekst}
          name="tekst"
          chosen={typed(values?.tekst) ?? "stays"}
          choices={[{ value: "stays", label: t("withdraw.stays"), hint: t("withdraw.staysHint") }, { value: "goes", label: t("withdraw.goes"), hint: t("withdraw.goesHint") }]}
        />
        <Button wide look="danger">{t("withdraw.submit")}</Button>
      </Form>
    </Page>
  );
}
