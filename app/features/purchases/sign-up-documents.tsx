import { Link } from "@remix-run/react";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import type { SupplierField } from "../../../db/schema/purchase-choices.ts";

type Shown = {
  id: string;
  reference: string;
  orderedAt: Date | string | null;
  coolingOffUntil: string | null;
  sharedSince: Date | string | null;
  supplier: string | null;
  receipts: { supplier: string; fields: SupplierField[]; keepUntil: string; at: Date | string }[];
  notes: { id: string; message: boolean; body: string; writtenAt: Date | string }[];
};
const link = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";

/** What there is to keep: the order, what the supplier got, what moderators wrote, the terms. Needs `purchases`. */
export function SignUpDocuments({ signUp }: { signUp: Shown }) {
  const t = useT("purchases");
  const locale = useLocale();
  const day = (of: Date | string) => dayInWords(of, locale);
  return (
    <Section title={t("mine.documents")}>
      <Facts
        facts={[
          { name: t("mine.reference"), value: signUp.reference },
          ...(signUp.orderedAt ? [{ name: t("mine.orderedAt"), value: day(signUp.orderedAt) }] : []),
          ...(signUp.coolingOffUntil ? [{ name: t("mine.coolingOffUntil"), value: day(signUp.coolingOffUntil) }] : []),
          ...(signUp.supplier
            ? [
                {
                  name: t("mine.shared"),
                  value: signUp.sharedSince ? t("mine.sharedSince", { day: day(signUp.sharedSince) }) : t(signUp.receipts.length > 0 ? "mine.sharedBefore" : signUp.orderedAt ? "mine.notSharedNow" : "mine.notShared"),
                  deed: (
                    <Link to={`/samen-inkopen/aanmelding/${signUp.id}/leverancier`} className={link}>
                      {t("mine.sharedChange")}
                    </Link>
                  ),
                },
              ]
            : []),
          ...signUp.receipts.map((receipt) => ({
            name: t("mine.receipt", { day: day(receipt.at) }),
            value: t("mine.receiptValue", { supplier: receipt.supplier, fields: receipt.fields.map((field) => t(`fields.${field}`)).join(", ") }),
            note: t("mine.receiptNote", { supplier: receipt.supplier, day: day(receipt.keepUntil) }),
          })),
          ...signUp.notes.map((note) => ({ name: t(note.message ? "mine.message" : "mine.note", { day: day(note.writtenAt) }), value: <span className="break-words whitespace-pre-line">{note.body}</span> })),
        ]}
      />
      <p>
        <Link to="/samen-inkopen/voorwaarden" className={link}>
          {t("order.read")}
        </Link>
      </p>
    </Section>
  );
}
