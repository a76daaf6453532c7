import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { readable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { asDownload, sheetFile } from "../features/purchases/desk/sheet-file.server.ts";
import { supplierFile } from "../features/purchases/desk/supplier-file.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Where the second step leads back to: the buttons stand on the page of the file. */
export async function loader(args: LoaderFunctionArgs) {
  await requireFreshModerator(args);
  throw redirect(`/beheer/inkopen/${idIn(args.params)}/leveranciersbestand`);
}

/** The file itself, written down with a receipt for each household. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const id = idIn(args.params);
  const form = (await readForm(args.request)).get("vorm") === "xlsx" ? "xlsx" : "csv";
  const file = await asViewer(moderator, async (tx) => {
    await readable(tx, moderator, id);
    return supplierFile(tx, id, form, moderator.locale);
  });
  if (!file) throw notFound();
  return asDownload(await sheetFile(file.columns, file.rows, form), serverT(moderator.locale, "purchaseDesk")("file.name"), form);
}
