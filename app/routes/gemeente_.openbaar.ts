import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { publicitySchema } from "../features/insights/desk/publicity.schema.server.ts";
import { decidePublicity } from "../features/insights/desk/publicity.server.ts";
import { requireFreshOfficial } from "../features/session/fresh-step.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Who comes here by its address, or by the second step, is at the page with the button. */
export async function loader(args: ActionFunctionArgs) {
  await requireFreshOfficial(args);
  throw redirect("/gemeente");
}

/** Agrees for the municipality that everybody sees the figures of a neighbourhood, or no longer. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireFreshOfficial(args);
  const form = parseForm(publicitySchema, await readForm(args.request));
  if (!form.ok) throw notFound();
  const { buurt, iedereen } = form.value;
  if (!(await asViewer(viewer, (tx) => decidePublicity(tx, viewer, "municipality", buurt, iedereen)))) throw notFound();
  throw await redirectWithFlash("/gemeente", { text: serverT(viewer.locale, "figureDesk")("desk.agreedDone") });
}
