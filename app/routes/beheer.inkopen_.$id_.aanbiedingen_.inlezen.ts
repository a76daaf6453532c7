import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { readable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { importOffers, OffersChanged } from "../features/purchases/desk/import-offers.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Who comes here by its address is at the page where a file is chosen. */
export async function loader(args: LoaderFunctionArgs) {
  await requireModerator(args);
  throw redirect(`/beheer/inkopen/${idIn(args.params)}/aanbiedingen`);
}

/** Reads in all offers that were checked, or none. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  await asViewer(moderator, (tx) => readable(tx, moderator, id));
  const given = (await readForm(args.request)).get("regels");
  const t = serverT(moderator.locale, "purchaseDesk");
  const count = await asViewer(moderator, (tx) => importOffers(tx, moderator, id, typeof given === "string" ? given : "")).catch((problem: unknown) => {
    if (problem instanceof OffersChanged) return null;
    throw problem;
  });
  if (count === null) return redirectWithFlash(`/beheer/inkopen/${id}/aanbiedingen`, { text: t("offers.changed") });
  return redirectWithFlash(`/beheer/inkopen/${id}`, { text: t("offers.done", { count }) });
}
