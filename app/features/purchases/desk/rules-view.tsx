import { dayInWords } from "../../../i18n/day.ts";
import { useLocale, useT } from "../../../i18n/use-t.tsx";
import { Facts } from "../../../ui/page.tsx";
import { isMeasureKind } from "../../measures/catalogue.ts";
import { euros } from "../euros.ts";
import type { DeskPurchase, DeskRules } from "./desk-purchases.server.ts";

type What = Pick<DeskPurchase, "kinds" | "dwellingTypes" | "forOwners" | "forTenants" | "neighbourhoods" | "checks">;

/** Every rule of a purchase, in the order of its form. Needs the words of "purchaseDesk" and "catalogue". */
export function RulesView({ rules }: { rules: DeskRules }) {
  const t = useT("purchaseDesk");
  const locale = useLocale();
  const below = t(`rules.belowKinds.${rules.below}`);
  return (
    <Facts
      facts={[
        { name: t("rules.facts.threshold"), value: t("rules.orders", { count: rules.threshold }) },
        { name: t("rules.facts.capacity"), value: rules.capacity === null ? t("rules.noLimit") : t("rules.homes", { count: rules.capacity }) },
        { name: t("rules.facts.deadline"), value: dayInWords(rules.deadline, locale) },
        { name: t("rules.facts.below"), value: rules.prolongUntil ? t("rules.prolongedTo", { below, day: dayInWords(rules.prolongUntil, locale) }) : below },
        {
          name: t("rules.facts.tiers"),
          value: (
            <ul>
              {rules.tiers.map(({ fromOrders, cents, vatCents }) => (
                <li key={fromOrders}>{t("rules.tier", { from: t("rules.orders", { count: fromOrders }), price: euros(cents, locale), vat: euros(vatCents, locale) })}</li>
              ))}
            </ul>
          ),
        },
        { name: t("rules.facts.withdrawal"), value: t(`rules.withdrawals.${rules.withdrawal}`) },
        { name: t("rules.facts.coolingOff"), value: t(`rules.coolingOffs.${rules.coolingOffFrom}`) },
        { name: t("rules.facts.party"), value: rules.contractingParty },
        { name: t("rules.facts.commission"), value: rules.commission },
        { name: t("rules.facts.criteria"), value: <Text>{rules.criteria}</Text> },
        { name: t("rules.facts.interests"), value: <Text>{rules.interests}</Text> },
        { name: t("rules.facts.fields"), value: rules.supplierFields.map((field) => t(`rules.fieldNames.${field}`)).join(", ") },
        { name: t("rules.facts.keepUntil"), value: dayInWords(rules.keepUntil, locale) },
      ]}
    />
  );
}

/** What is bought, by whom, and what homes are asked. Needs the words of "purchaseDesk" and "catalogue". */
export function WhatView({ purchase }: { purchase: What }) {
  const t = useT("purchaseDesk");
  const names = useT("catalogue");
  const { kinds, dwellingTypes, forOwners, forTenants, neighbourhoods, checks } = purchase;
  return (
    <Facts
      facts={[
        { name: t("rules.facts.what"), value: kinds.filter(isMeasureKind).map((kind) => names(`kinds.${kind}`)).join(", ") },
        { name: t("rules.facts.neighbourhoods"), value: neighbourhoods.map(({ name }) => name).join(", ") },
        { name: t("rules.facts.homes"), value: dwellingTypes.length ? dwellingTypes.map((type) => names(`dwellingTypes.${type}`)).join(", ") : t("rules.all") },
        { name: t("rules.facts.who"), value: t(`rules.for.${forOwners && forTenants ? "both" : forOwners ? "owners" : "tenants"}`) },
        {
          name: t("rules.facts.checks"),
          value: checks.length ? (
            <ul>
              {checks.map(({ question, kind }) => (
                <li key={question}>{`${question} (${t(`concept.answerKinds.${kind}`)})`}</li>
              ))}
            </ul>
          ) : t("rules.none"),
        },
      ]}
    />
  );
}

function Text({ children }: { children: string }) {
  return <span className="font-normal whitespace-pre-line">{children}</span>;
}
