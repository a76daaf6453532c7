import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireAccount } from "../features/session/guards.server.ts";

/** Where somebody goes after logging in: the map, the first visit, the sign-up that isn't finished, or the work of staff. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  if (viewer.householdId) return redirect(viewer.welcomed ? "/kaart" : "/welkom");
  if (viewer.mayModerate.length) return redirect("/beheer");
  return redirect(viewer.officialOf.length ? "/gemeente" : viewer.manages.length ? "/verzoeken-aan-mij" : "/meedoen/code");
}
