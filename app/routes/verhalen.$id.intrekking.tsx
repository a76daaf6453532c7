import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { WithdrawalQuestion } from "../features/sharing/withdrawal-question.tsx";
import { ownStory } from "../features/stories/find-story.server.ts";
import { withdrawStory } from "../features/stories/withdraw-story.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const story = await asViewer(resident, (tx) => ownStory(tx, resident, args.params.id));
  if (story.withdrawnAt) throw redirect(`/verhalen/${story.id}`);
  return { ...wordsFor(resident.locale, "measures"), title: serverT(resident.locale, "measures")("withdrawal.title", { kind: story.title }), path: `/verhalen/${story.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = await asViewer(resident, async (tx) => {
    const story = await ownStory(tx, resident, args.params.id);
    if (!(await withdrawStory(tx, resident, story.id))) throw notFound();
    return story.id;
  });
  const t = serverT(resident.locale, "measures");
  return redirectWithFlash("/mijn-huis", { text: t("done.withdrawn"), undo: { action: `/verhalen/${id}/terugzetting`, label: t("done.undo") } });
}

export default function Withdrawal() {
  const { title, path } = useLoaderData<typeof loader>();
  return <WithdrawalQuestion title={title} path={path} />;
}
