import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { letterBatchOf } from "../features/letters/batches.server.ts";
import { mayOrderAgain, orderAgain } from "../features/letters/order-letters.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** Where the second step leads back to: the button stands on the page of the letters. */
export async function loader(args: LoaderFunctionArgs) {
  await requireFreshModerator(args);
  throw redirect(`/beheer/brieven/${idIn(args.params)}`);
}

/** Orders the same letters once more, with new codes. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const id = idIn(args.params);
  const next = await asViewer(moderator, async (tx) => {
    const batch = await letterBatchOf(tx, moderator, id);
    return batch && (mayOrderAgain(batch) ? orderAgain(tx, moderator, batch) : batch.id);
  });
  if (!next) throw notFound();
  return redirect(`/beheer/brieven/${next}`, 303);
}
