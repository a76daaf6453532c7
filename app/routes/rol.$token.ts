import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { allowEveryone } from "../features/session/guards.server.ts";
import { keepLink } from "../features/session/link-cookie.server.ts";

/** The link from an invitation to a role: its token goes into a cookie and out of the address bar. Nothing is used up. */
export function loader({ params }: LoaderFunctionArgs) {
  allowEveryone();
  return redirect("/rol", { status: 303, headers: { "Set-Cookie": keepLink("role", params.token ?? "") } });
}
