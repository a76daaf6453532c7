import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { findKoploper } from "../features/koplopers/koplopers-for.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AskForm } from "../features/threads/ask-form.tsx";
import { askPage } from "../features/threads/ask-page.server.ts";
import { sendQuestion } from "../features/threads/send-message.server.ts";
import { whomToAsk } from "../features/threads/whom-to-ask.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { asked, koploper } = await asViewer(resident, async (tx) => ({
    asked: await whomToAsk(tx, resident, { kind: "koploper", id: args.params.id }),
    koploper: await findKoploper(tx, resident, args.params.id),
  }));
  if (!asked || !koploper) throw notFound();
  const [t, names] = [serverT(resident.locale, "threads"), serverT(resident.locale, "catalogue")];
  return {
    ...askPage(resident, asked),
    intro: t("ask.introKoploper", { kinds: koploper.kinds.map((kind) => names(`kinds.${kind}`)).join(", ") }),
    reads: t("ask.readsKoploper"),
    back: { to: `/koplopers/${koploper.id}`, words: serverT(resident.locale, "koplopers")("detail.title") },
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendQuestion(resident, { kind: "koploper", id: args.params.id }, await readForm(args.request));
}

export default function AskKoploper() {
  const { title: _title, ...question } = useLoaderData<typeof loader>();
  return <AskForm {...question} asks={[]} problem={useActionData<typeof action>()} />;
}
