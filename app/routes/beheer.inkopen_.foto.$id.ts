import type { LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { homePhotoAtDesk } from "../features/purchases/home-photo.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";

/** A photo of a home that takes part in a purchase, for its moderators. */
export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  return asViewer(moderator, (tx) => homePhotoAtDesk(tx, moderator, args.params.id));
}
