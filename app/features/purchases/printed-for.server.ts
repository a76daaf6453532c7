import { redirect } from "@remix-run/node";
import { asViewer } from "../../../db/viewer.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { cooperativeOf } from "../neighbourhood/cooperative-of.server.ts";
import type { Assisting } from "../session/require-assisting.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { Printed } from "./paper-deeds.ts";
import { checksOf, purchaseOnPaper } from "./paper-purchase.server.ts";
import { joinSheets, offerSheets, orderSheets, withdrawnSheets } from "./paper-sheet.server.ts";
import type { Sheets } from "./paper-sheet.ts";
import { purchasePage } from "./purchase-page.server.ts";
import { supplierText } from "./supplier-consent.server.ts";

/**
 * What is printed for who is helped, in their language.
 * @throws 404 for a purchase that isn't theirs to see; a redirect to it when there is no such paper now
 */
export async function printedFor({ onBehalf, session }: Assisting, purchaseId: string | undefined, what: Printed): Promise<Sheets> {
  const { locale } = onBehalf;
  const { found, cooperative } = await asViewer(onBehalf, async (tx) => ({ found: await purchaseOnPaper(tx, onBehalf, purchaseId), cooperative: await cooperativeOf(tx, onBehalf.neighbourhoodCode) }));
  const { purchase, rules, signUp, checks, papers } = found;
  if (!papers.includes(what)) throw redirect(`/helpen/${session.id}/inkopen/${purchase.id}`);
  const facts = { ...found, locale, cooperative };
  if (what === "formulier" || !signUp) return joinSheets(facts, { checks, supplierText: purchase.supplier && supplierText(onBehalf, { ...purchase, rules }) });
  return { aanbod: offerSheets, bestelling: orderSheets, herroeping: withdrawnSheets }[what]({ ...facts, address: session.address, signUp });
}

/** An open purchase as it is printed for a neighbour without e-mail, who signs it before anybody helps. @throws 404 for one that isn't there; a redirect when it has ended */
export async function printedForNeighbour(resident: Resident, purchaseId: string | undefined): Promise<{ id: string; sheets: Sheets }> {
  const { locale } = resident;
  const read = await asViewer(resident, async (tx) => {
    const found = await purchasePage(tx, resident, purchaseId);
    return found && { ...found, checks: await checksOf(tx, found.purchase.id), cooperative: await cooperativeOf(tx, resident.neighbourhoodCode) };
  });
  if (!read) throw notFound();
  const { purchase, rules, checks } = read;
  if (purchase.state !== "open") throw redirect(`/samen-inkopen/${purchase.id}`);
  return { id: purchase.id, sheets: joinSheets({ ...read, locale }, { checks, supplierText: purchase.supplier && supplierText(resident, { ...purchase, rules }) }) };
}
