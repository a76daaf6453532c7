import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { asViewer } from "../../db/viewer.server.ts";
import { LiveNews } from "../features/live/live-news.tsx";
import { useLive } from "../features/live/use-live.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { findThread } from "../features/threads/own-threads.server.ts";
import { sendMessage } from "../features/threads/send-message.server.ts";
import { ThreadMessages } from "../features/threads/thread-messages.tsx";
import { useAbout } from "../features/threads/use-about.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, (tx) => findThread(tx, resident, args.params.id));
  if (!found) throw notFound();
  return { ...wordsFor(resident.locale, "threads", "catalogue"), title: serverT(resident.locale, "threads")("list.title"), newId: randomUUID(), ...found };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendMessage(resident, args.params.id, await readForm(args.request));
}

const quiet = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";

export default function Thread() {
  const t = useT("threads");
  const person = usePersonName();
  const about = useAbout();
  const day = useDay();
  const { thread, messages, open, newId } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  useLive("thread", thread.id);
  const [draft, setDraft] = useState("");
  const name = person(thread);
  const path = `/gesprekken/${thread.id}`;
  const theirs = messages.filter(({ own }) => !own).length;
  return (
    <Page title={t("thread.title", { name: person(thread, true) })} intro={about(thread)} back={{ to: "/gesprekken", words: t("thread.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {thread.measureId ? (
        <p>
          <Link to={`/maatregelen/${thread.measureId}`} className={quiet}>
            {t("thread.toMeasure")}
          </Link>
        </p>
      ) : null}
      {thread.koploperId ? (
        <p>
          <Link to={`/koplopers/${thread.koploperId}`} className={quiet}>
            {t("thread.toKoploper")}
          </Link>
        </p>
      ) : null}
      <ThreadMessages messages={messages} name={name} />
      <LiveNews count={theirs} words={(count) => t("thread.news", { count })} />
      {open ? (
        // A new form for each message that was sent; what is being typed outlives a message of the other.
        <Form method="post" key={messages.length - theirs} onSubmit={() => setDraft("")} className="flex flex-col gap-4">
          <input type="hidden" name="id" value={newId} />
          <TextArea label={t("thread.body")} name="body" rows={4} maxLength={2000} error={problem?.errors.body} defaultValue={typed(problem?.values.body)} onChange={({ target }) => setDraft(target.value)} />
          <Button wide>{t("thread.send")}</Button>
        </Form>
      ) : (
        <Card tone="sky">
          <p>{thread.endedAt ? t(thread.endedByMe ? "thread.endedByMe" : "thread.endedByOther", { date: day(thread.endedAt) }) : t("thread.gonePerson")}</p>
          {draft.trim() ? (
            <>
              <p className="mt-3 font-semibold">{t("thread.draft")}</p>
              <p className="whitespace-pre-line">{draft}</p>
            </>
          ) : null}
        </Card>
      )}
      <p className="measure text-sm text-ink-soft">{t("thread.reads")}</p>
      <p className="flex flex-wrap gap-x-6">
        {open ? (
          <Link to={`${path}/einde`} className={quiet}>
            {t("thread.end")}
          </Link>
        ) : null}
        {theirs > 0 ? (
          <Link to={`${path}/blokkeren`} className={quiet}>
            {t("thread.block")}
          </Link>
        ) : null}
      </p>
    </Page>
  );
}
