import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { endThread } from "../features/threads/end-thread.server.ts";
import { findThread } from "../features/threads/own-threads.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, (tx) => findThread(tx, resident, args.params.id));
  if (!found) throw notFound();
  const path = `/gesprekken/${found.thread.id}`;
  if (found.thread.endedAt) throw redirect(path);
  return { ...wordsFor(resident.locale, "threads"), title: serverT(resident.locale, "threads")("end.title"), path, block: found.messages.some(({ own }) => !own) };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  if (!(await asViewer(resident, (tx) => endThread(tx, resident, id)))) throw notFound();
  return redirectWithFlash(`/gesprekken/${id}`, { text: serverT(resident.locale, "threads")("end.done") });
}

export default function EndOfThread() {
  const t = useT("threads");
  const { title, path, block } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("end.intro")} back={{ to: path, words: t("end.keep") }}>
      <Form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button look="danger" wide>
          {t("end.confirm")}
        </Button>
        <ButtonLink look="secondary" wide to={path}>
          {t("end.keep")}
        </ButtonLink>
      </Form>
      {block ? (
        <p>
          <Link to={`${path}/blokkeren`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("end.block")}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}
