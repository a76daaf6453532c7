import type { LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { ownHomePhoto } from "../features/purchases/home-photo.server.ts";
import { requireResident } from "../features/session/guards.server.ts";

/** A photo of the own home, sent for a purchase. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  return asViewer(resident, (tx) => ownHomePhoto(tx, resident, args.params.id));
}
