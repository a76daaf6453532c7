import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { fetchLetters } from "../features/letters/fetch-letters.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** Where the second step leads back to: the button stands on the page of the letters. */
export async function loader(args: LoaderFunctionArgs) {
  await requireFreshModerator(args);
  throw redirect(`/beheer/brieven/${idIn(args.params)}`);
}

/** The file itself. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const file = await fetchLetters(moderator, idIn(args.params));
  if (!file) throw notFound();
  return new Response(file, { headers: { "Content-Type": "application/pdf", "Content-Disposition": 'attachment; filename="brieven.pdf"', "Cache-Control": "private, no-store" } });
}
