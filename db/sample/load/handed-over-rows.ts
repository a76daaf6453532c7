import { supplierSubject } from "../../../app/features/purchases/supplier-consent.server.ts";
import type { SupplierField } from "../../schema/purchase-choices.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Row } from "./insert-rows.ts";
import { consentRow } from "./shared-rows.ts";

type Bought = { purchase: readonly Row[]; rules: readonly Row[]; signUp: readonly Row[] };

/**
 * What went to the suppliers of purchases that have ended: who ordered said yes to that, an export, and a receipt for each of them.
 * @param ends of each purchase, when it ended
 */
export function handedOverRows({ purchase, rules, signUp }: Bought, ends: readonly Row[], households: readonly SampleHousehold[], moderatorId: string, random: Random) {
  const rows = { consent: [] as Row[], contact: [] as Row[], export: [] as Row[], receipt: [] as Row[] };
  for (const { id, ended_at: endedAt } of ends) {
    if (endedAt === null) continue;
    const { title, supplier } = purchase.find((each) => each.id === id) as { title: string; supplier: string };
    const { supplier_fields: supplierFields, keep_until: keepUntil } = rules.find((each) => each.purchase_id === id) as { supplier_fields: SupplierField[]; keep_until: string };
    const orders = signUp.filter(({ purchase_id: of, adult }) => of === id && adult);
    const made = { id: uuid(random), at: daysBefore(endedAt as Date, 1) };
    rows.export.push({ id: made.id, purchase_id: id, form: "csv", supplier, fields: supplierFields, sign_ups: orders.length, keep_until: keepUntil, made_by: moderatorId, made_at: made.at });
    for (const order of orders) {
      const home = households.find(({ id: household }) => household === order.household_id)!;
      const [person] = home.people;
      const subject = supplierSubject(person.locale, { title, supplier, rules: { supplierFields, keepUntil } });
      const hanging = { sign_up_id: order.id, joined_in: order.joined_in, household_id: home.id };
      rows.consent.push(consentRow(home, person, subject, { id: String(order.id), fieldGroup: "supplier", at: order.created_at as Date }, random));
      rows.contact.push({ ...hanging, name: person.displayName ?? "Naam Verzonnen", email: person.email, phone: null, saved_at: order.created_at });
      rows.receipt.push({ ...hanging, export_id: made.id, supplier, fields: supplierFields, keep_until: keepUntil, at: made.at });
    }
  }
  return rows;
}
