import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { isMeasureKind } from "../features/measures/catalogue.ts";
import { explainKind } from "../features/measures/explain-kind.server.ts";
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
  const asked = await asViewer(resident, (tx) => whomToAsk(tx, resident, { kind: "measure", id: args.params.id }));
  if (!asked || !asked.measureKind || !isMeasureKind(asked.measureKind)) throw notFound();
  const t = serverT(resident.locale, "threads");
  const kind = serverT(resident.locale, "catalogue")(`kinds.${asked.measureKind}`);
  return {
    ...askPage(resident, asked),
    intro: t("ask.intro", { kind }),
    reads: t("ask.reads"),
    asks: explainKind(resident.locale, asked.measureKind).asks,
    back: { to: `/maatregelen/${args.params.id}`, words: kind },
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendQuestion(resident, { kind: "measure", id: args.params.id }, await readForm(args.request));
}

export default function AskAboutMeasure() {
  const { title: _title, ...question } = useLoaderData<typeof loader>();
  return <AskForm {...question} problem={useActionData<typeof action>()} />;
}
