import { consent } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownOpenConsents } from "./withdraw-all-consents.server.ts";

/** What withdrawing all at once would end, counted. */
export async function allAtOnce(tx: ViewerTx, resident: Resident) {
  const open = (await tx.select({ purpose: consent.purpose }).from(consent).where(ownOpenConsents(resident))).map(({ purpose }) => purpose);
  const count = (wanted: (purpose: (typeof open)[number]) => boolean) => open.filter(wanted).length;
  return {
    all: open.length,
    shares: count((purpose) => (purpose.startsWith("share_") && purpose !== "share_answer") || purpose === "koploper"),
    answers: count((purpose) => purpose === "share_answer"),
    joins: count((purpose) => purpose === "join_wish" || purpose === "joint_request"),
    suppliers: count((purpose) => purpose === "purchase_supplier"),
    left: count((purpose) => purpose === "leave_behind"),
    names: count((purpose) => purpose === "display_name" || purpose === "contact_person"),
    figures: count((purpose) => purpose === "published_figures"),
  };
}
