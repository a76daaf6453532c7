import type { LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { readable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { offerTemplate } from "../features/purchases/desk/import-offers.server.ts";
import { offerColumns, referenceColumn } from "../features/purchases/desk/offer-columns.ts";
import { asDownload, sheetFile } from "../features/purchases/desk/sheet-file.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";

/** The file that a supplier fills in: a line for each home that can have an offer. It holds nothing but references. */
export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const references = await asViewer(moderator, async (tx) => {
    await readable(tx, moderator, id);
    return offerTemplate(tx, moderator, id);
  });
  const columns = offerColumns.map(({ name }) => name);
  const rows = references.map((reference) => Object.fromEntries(columns.map((column) => [column, column === referenceColumn ? reference : null])));
  return asDownload(await sheetFile(columns, rows, "csv"), "aanbiedingen", "csv");
}
