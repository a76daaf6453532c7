import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import { euros } from "./euros.ts";
import type { ShownRules } from "./purchase-page.server.ts";

type Rules = Pick<ShownRules, "threshold" | "capacity" | "deadline" | "below" | "prolongUntil" | "withdrawal" | "coolingOffFrom" | "contractingParty" | "commission" | "criteria" | "interests" | "supplierFields" | "keepUntil" | "tiers" | "version">;

/** The rules, all of them, as they were fixed before the opening. Needs `purchases`. */
export function RulesView({ rules, supplier }: { rules: Rules; supplier: { supplier: string | null; supplierWhy: string | null } }) {
  const t = useT("purchases");
  const locale = useLocale();
  const day = (of: string) => dayInWords(of, locale);
  return (
    <Section title={t("rules.title")}>
      <p className="measure text-ink-soft">{t("rules.intro", { version: rules.version })}</p>
      <Facts
        facts={[
          { name: t("rules.threshold"), value: t("rules.thresholdValue", { count: rules.threshold }), note: t("rules.thresholdNote") },
          ...(rules.capacity === null ? [] : [{ name: t("rules.capacity"), value: t("rules.capacityValue", { count: rules.capacity }), note: t("rules.capacityNote") }]),
          { name: t("rules.deadline"), value: day(rules.deadline) },
          { name: t("rules.below"), value: rules.below === "prolong" ? t("rules.prolong", { day: day(rules.prolongUntil!) }) : t("rules.cancel") },
          {
            name: t("rules.prices"),
            value: (
              <ul>
                {rules.tiers.map((tier) => (
                  <li key={tier.fromOrders}>{t("rules.tier", { count: tier.fromOrders, price: euros(tier.cents, locale), vat: euros(tier.vatCents, locale) })}</li>
                ))}
              </ul>
            ),
            note: t(`rules.${rules.withdrawal}`),
          },
          { name: t("rules.supplier"), value: supplier.supplier ?? t("rules.noSupplier"), note: supplier.supplierWhy },
          { name: t("rules.party"), value: rules.contractingParty },
          { name: t("rules.coolingOff"), value: t(`rules.${rules.coolingOffFrom}`) },
          { name: t("rules.commission"), value: rules.commission },
          { name: t("rules.criteria"), value: rules.criteria },
          { name: t("rules.interests"), value: rules.interests },
          { name: t("rules.fields"), value: rules.supplierFields.map((field) => t(`fields.${field}`)).join(", "), note: t("rules.fieldsNote") },
          { name: t("rules.keepUntil"), value: day(rules.keepUntil) },
        ]}
      />
    </Section>
  );
}
