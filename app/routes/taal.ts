import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { type Locale, locales } from "../../db/schema/auth.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { safePath } from "../http/safe-path.ts";
import { rememberLocale } from "../i18n/locale.server.ts";

/** Remembers in this browser which language somebody who is not logged in wants to read. */
export async function action({ request }: ActionFunctionArgs) {
  allowEveryone();
  const form = await readForm(request);
  const wanted = String(form.get("taal"));
  const headers = new Headers();
  if (locales.includes(wanted as Locale)) headers.append("Set-Cookie", rememberLocale(wanted as Locale));
  return redirect(safePath(String(form.get("terug") ?? "/"), "/"), { status: 303, headers });
}

export function loader() {
  allowEveryone();
  return redirect("/");
}
