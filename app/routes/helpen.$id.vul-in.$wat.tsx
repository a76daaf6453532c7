import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerEntry, dwellingTypeOf, openForm } from "../features/assisted/entry-page.server.ts";
import { EntryPage } from "../features/assisted/entry-page.tsx";
import { isEntryName, isPaperDeed } from "../features/assisted/entries/entry-names.ts";
import { requireAssistant } from "../features/session/require-assisting.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const { helper, assisting } = await requireAssistant(args);
  const { wat: name, id } = args.params;
  if (!isEntryName(name)) throw notFound();
  return {
    ...wordsFor(helper.locale, "assisted", "measures", "wishes", "reports", "purchases", "purchasePaper", "catalogue"),
    title: isPaperDeed(name) ? serverT(helper.locale, "purchasePaper")(`deeds.${name}`) : serverT(helper.locale, "assisted")(`session.what.${name}`),
    id: id!,
    name,
    dwellingType: assisting && (await dwellingTypeOf(assisting)),
    open: assisting && (await openForm(assisting, name, new URL(args.request.url).searchParams.get("soort") ?? "")),
  };
}

/** Enters it for who is helped; or, when the time is up, begins anew and shows what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { helper, assisting } = await requireAssistant(args);
  const { wat: name, id } = args.params;
  if (!isEntryName(name)) throw notFound();
  const answer = await answerEntry(helper, assisting, id!, name, await readForm(args.request));
  return answer instanceof Response ? answer : data(answer, { status: answer.open ? 200 : 422 });
}

export default function Entry() {
  const { words: _, locale: __, ...page } = useLoaderData<typeof loader>();
  return <EntryPage {...page} answer={useActionData<typeof action>() ?? null} />;
}
