import { createCookie, redirect } from "@remix-run/node";
import { env } from "../env.server.ts";

/** One line that the next page shows once: what happened, and how to undo it. */
export type Flash = { text: string; undo?: { action: string; label: string } };

const cookie = () =>
  createCookie("melding", { path: "/", httpOnly: true, sameSite: "lax", maxAge: 60, secure: env().APP_URL.startsWith("https://"), secrets: [env().APP_SECRET] });

/** Goes to another page (303) that shows a line once. `headers` are sent along. */
export async function redirectWithFlash(to: string, flash: Flash, headers = new Headers()) {
  headers.append("Set-Cookie", await cookie().serialize(flash));
  return redirect(to, { status: 303, headers });
}

/** The line to show on this page, with the header that forgets it. */
export async function takeFlash(request: Request): Promise<{ flash: Flash | null; forget: string | null }> {
  const header = request.headers.get("Cookie");
  if (!header?.includes("melding=")) return { flash: null, forget: null };
  const flash = (await cookie().parse(header)) as Flash | null;
  return { flash, forget: flash ? await cookie().serialize("", { maxAge: 0 }) : null };
}
