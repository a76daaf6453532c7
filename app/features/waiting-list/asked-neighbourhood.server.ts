import { redirect } from "@remix-run/node";
import { waitingNeighbourhood } from "./join-waiting-list.server.ts";

/** The neighbourhood in `?buurt=` for which one can wait. @throws a redirect to joining when there is nothing to wait for */
export async function askedNeighbourhood(request: Request) {
  const found = await waitingNeighbourhood(new URL(request.url).searchParams.get("buurt") ?? "");
  if (!found) throw redirect("/meedoen");
  return found;
}
