import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { allowEveryone } from "../features/session/guards.server.ts";
import { keepLink } from "../features/session/link-cookie.server.ts";

/** The link that a new neighbour passed on: its code goes into a cookie and out of the address bar. Nothing is tried. */
export function loader({ params }: LoaderFunctionArgs) {
  allowEveryone();
  return redirect("/borg", { status: 303, headers: { "Set-Cookie": keepLink("vouch", params.code ?? "") } });
}
