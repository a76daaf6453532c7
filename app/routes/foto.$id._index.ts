import type { LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { photoResponse } from "../features/measures/photo-response.server.ts";
import { readPhoto } from "../features/measures/read-photo.server.ts";
import { requireResident } from "../features/session/guards.server.ts";

/** A photo, for whoever sees its measure. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  return photoResponse(await asViewer(resident, (tx) => readPhoto(tx, resident, args.params.id)));
}
