import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Facts } from "../../ui/page.tsx";
import { euros } from "./euros.ts";
import type { OwnSignUp } from "./own-sign-up.server.ts";

type Offer = Pick<OwnSignUp["offers"][number], "version" | "priceCents" | "priceVatCents" | "extrasCents" | "extrasVatCents" | "extrasWhat" | "subsidyCents" | "savingFromCents" | "savingToCents" | "validUntil" | "note" | "payable" | "payableVat">;

/** An offer with price, extras, and estimates apart. Needs `purchases`. */
export function OfferView({ offer, newest, ordered }: { offer: Offer; newest: boolean; ordered: boolean }) {
  const t = useT("purchases");
  const locale = useLocale();
  const amount = (cents: number) => euros(cents, locale);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-lg">{t(ordered ? "offer.ordered" : newest ? "offer.newest" : "offer.earlier", { version: offer.version })}</h3>
      <Facts
        facts={[
          { name: t("offer.price"), value: amount(offer.priceCents), note: t("offer.vat", { vat: amount(offer.priceVatCents) }) },
          ...(offer.payable === offer.priceCents ? [] : [{ name: t("offer.now"), value: amount(offer.payable), note: t("offer.nowNote") }]),
          ...(offer.extrasCents > 0 ? [{ name: t("offer.extras"), value: amount(offer.extrasCents), note: `${offer.extrasWhat}. ${t("offer.vat", { vat: amount(offer.extrasVatCents) })}` }] : []),
          { name: t("offer.total"), value: amount(offer.payable + offer.extrasCents), note: t("offer.vat", { vat: amount(offer.payableVat + offer.extrasVatCents) }) },
          ...(offer.subsidyCents === null ? [] : [{ name: t("offer.subsidy"), value: amount(offer.subsidyCents), note: t("offer.estimate") }]),
          ...(offer.savingFromCents === null ? [] : [{ name: t("offer.saving"), value: t("offer.perYear", { from: amount(offer.savingFromCents), to: amount(offer.savingToCents!) }), note: t("offer.estimate") }]),
          { name: t("offer.validUntil"), value: dayInWords(offer.validUntil, locale) },
          ...(offer.note ? [{ name: t("offer.note"), value: offer.note }] : []),
        ]}
      />
    </section>
  );
}
