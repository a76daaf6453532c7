import type { Locale } from "../../../db/schema/choices.ts";
import type { SupplierField } from "../../../db/schema/purchase-choices.ts";
import { dayInWords, momentInWords } from "../../i18n/day.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Cooperative } from "../neighbourhood/cooperative-of.server.ts";
import { euros } from "./euros.ts";
import { payable } from "./engine/price-tiers.ts";
import type { SheetPart, Sheets } from "./paper-sheet.ts";
import type { PaperSignUp } from "./paper.server.ts";
import type { purchasePage, ShownRules } from "./purchase-page.server.ts";
import { termsParts, termsVersion } from "./terms.ts";

type Shown = NonNullable<Awaited<ReturnType<typeof purchasePage>>>;
type Facts = { purchase: Shown["purchase"]; rules: ShownRules; lastDay: string; locale: Locale; cooperative: Cooperative };
type Check = { id: string; question: string; kind: string };
type OfHome = Facts & { address: string; signUp: PaperSignUp };

/** The purchase with its rules, and the form to take part: one sheet to keep and one to hand in. @param supplierText what a household says yes to, once there is a supplier */
export function joinSheets(facts: Facts, { checks, supplierText }: { checks: readonly Check[]; supplierText: string | null }): Sheets {
  const { purchase, rules, lastDay, locale } = facts;
  const t = serverT(locale, "purchasePaper");
  const own = serverT(locale, "purchases");
  const homes = [...(purchase.forOwners ? [t("form.owner")] : []), ...(purchase.forTenants ? [t("form.tenant")] : [])];
  return sheets(facts, [
    {
      heading: purchase.title,
      number: null,
      parts: [
        { text: [t("sheet.purchase.intro"), t("sheet.purchase.upTo", { day: dayInWords(lastDay, locale) })] },
        ...(purchase.body ? [{ title: t("sheet.purchase.what"), text: [purchase.body] }] : []),
        { title: own("rules.title"), facts: factsOfRules(facts) },
      ],
    },
    {
      heading: `${t("sheet.join.title")}: ${purchase.title}`,
      number: null,
      parts: [
        { text: [t("sheet.join.intro")], lines: [t("sheet.name"), t("sheet.address"), t("sheet.phone")] },
        { ticks: [{ question: t("sheet.join.home"), boxes: homes }] },
        ...(checks.length > 0 ? [aboutHome(checks, locale)] : []),
        supplierText ? { title: t("sheet.join.supplier"), text: [supplierText], ticks: [{ boxes: [t("sheet.join.supplierYes")] }] } : { text: [t("sheet.join.supplierLater")] },
        { text: [t("sheet.join.agree", { version: rules.version })], sign: signature(locale) },
      ],
    },
  ]);
}

/** What one home is offered, with the form to order; then the terms, and the form to take it back. */
export function offerSheets(facts: OfHome): Sheets {
  const { purchase, rules, address, signUp, locale } = facts;
  const t = serverT(locale, "purchasePaper");
  const own = serverT(locale, "purchases");
  const { version } = signUp.offer!;
  return sheets(facts, [
    {
      heading: t("sheet.offer.title", { title: purchase.title }),
      number: numberOf(facts),
      parts: [
        { text: [t("sheet.offer.intro", { address })] },
        { title: t("sheet.offer.facts", { version }), facts: [...(purchase.supplier ? [{ name: own("rules.supplier"), value: [purchase.supplier] }] : []), ...factsOfOffer(facts)] },
        { title: t("sheet.offer.know"), list: [own("order.party", { party: rules.contractingParty }), own(rules.coolingOffFrom === "delivery" ? "order.coolingDelivery" : "order.coolingContract"), own("order.threshold")] },
        {
          title: t("sheet.offer.orderTitle"),
          ticks: [{ boxes: [t("sheet.offer.adult")] }, { boxes: [t("sheet.offer.order", { version, rules: signUp.rulesVersion, terms: termsVersion })] }],
          lines: [t("sheet.name")],
          sign: signature(locale),
        },
        { text: [t("sheet.offer.return")] },
      ],
    },
    { heading: t("sheet.withdrawal.title"), number: numberOf(facts), parts: [...withdrawalForm(facts), theTerms(locale)] },
  ]);
}

/** That an order was made, in full: what can be kept where there is no mailbox; with the form to take it back. */
export function orderSheets(facts: OfHome): Sheets {
  const { purchase, rules, address, signUp, locale } = facts;
  const t = serverT(locale, "purchasePaper");
  const own = serverT(locale, "purchases");
  const day = (of: string) => dayInWords(of, locale);
  return sheets(facts, [
    {
      heading: t("sheet.order.title", { title: purchase.title }),
      number: numberOf(facts),
      parts: [
        { text: [t("sheet.order.intro", { address })] },
        {
          title: t("sheet.order.facts"),
          facts: [
            { name: t("sheet.order.reference"), value: [signUp.reference] },
            { name: own("rules.supplier"), value: [purchase.supplier ?? own("rules.noSupplier")] },
            { name: own("rules.party"), value: [rules.contractingParty] },
            { name: t("sheet.order.at"), value: [momentInWords(signUp.orderedAt!, locale)] },
            ...(signUp.orderSignedOn ? [{ name: t("sheet.order.signedOn"), value: [day(signUp.orderSignedOn)] }] : []),
            ...factsOfOffer(facts),
            { name: t("sheet.order.until"), value: [signUp.coolingOffUntil ? day(signUp.coolingOffUntil) : t("sheet.order.untilDelivery")] },
          ],
        },
        { title: t("sheet.order.back"), text: [t("sheet.order.backText")] },
        { list: [own("order.threshold")] },
      ],
    },
    { heading: t("sheet.withdrawal.title"), number: numberOf(facts), parts: [...withdrawalForm(facts), theTerms(locale)] },
  ]);
}

/** That an order was taken back, on one sheet. */
export function withdrawnSheets(facts: OfHome): Sheets {
  const { purchase, address, signUp, locale } = facts;
  const t = serverT(locale, "purchasePaper");
  const own = serverT(locale, "purchases");
  return sheets(facts, [
    {
      heading: t("sheet.withdrawn.title", { title: purchase.title }),
      number: numberOf(facts),
      parts: [
        { text: [t("sheet.withdrawn.intro", { address })] },
        {
          title: t("sheet.withdrawn.facts"),
          facts: [
            { name: t("sheet.order.reference"), value: [signUp.reference] },
            { name: own("rules.supplier"), value: [purchase.supplier ?? own("rules.noSupplier")] },
            { name: t("sheet.order.at"), value: [momentInWords(signUp.orderedAt!, locale)] },
            ...(signUp.leftSignedOn ? [{ name: t("sheet.withdrawn.signedOn"), value: [dayInWords(signUp.leftSignedOn, locale)] }] : []),
            { name: t("sheet.withdrawn.at"), value: [momentInWords(signUp.movedAt, locale)] },
          ],
        },
        { text: [t("sheet.withdrawn.after")] },
      ],
    },
  ]);
}

function sheets({ locale, cooperative: { name: organisation, phone } }: Facts, each: { heading: string; number: string | null; parts: SheetPart[] }[]): Sheets {
  const t = serverT(locale, "purchasePaper");
  const footer = phone ? t("sheet.footer", { organisation, phone }) : t("sheet.footerNoPhone", { organisation });
  return { lang: locale, sheets: each.map((sheet, index) => ({ ...sheet, count: t("sheet.sheet", { number: index + 1, count: each.length }), footer })) };
}

const numberOf = ({ signUp, locale }: OfHome) => serverT(locale, "purchasePaper")("page.reference", { reference: signUp.reference });

function signature(locale: Locale) {
  const t = serverT(locale, "purchasePaper");
  return { date: t("sheet.date"), signature: t("sheet.signature") };
}

function aboutHome(checks: readonly Check[], locale: Locale): SheetPart {
  const t = serverT(locale, "purchasePaper");
  return {
    title: t("sheet.join.about"),
    ticks: checks.filter(({ kind }) => kind === "yes_no").map(({ question }) => ({ question, boxes: [t("sheet.join.yes"), t("sheet.join.no")] })),
    lines: checks.filter(({ kind }) => kind === "number" || kind === "text").map(({ question }) => question),
    list: checks.filter(({ kind }) => kind === "photo").map(({ question }) => t("sheet.join.photo", { question })),
  };
}

function factsOfRules({ purchase, rules, locale }: Facts): NonNullable<SheetPart["facts"]> {
  const t = serverT(locale, "purchases");
  const day = (of: string) => dayInWords(of, locale);
  return [
    { name: t("rules.threshold"), value: [t("rules.thresholdValue", { count: rules.threshold }), t("rules.thresholdNote")] },
    ...(rules.capacity === null ? [] : [{ name: t("rules.capacity"), value: [t("rules.capacityValue", { count: rules.capacity }), t("rules.capacityNote")] }]),
    { name: t("rules.deadline"), value: [day(rules.deadline)] },
    { name: t("rules.below"), value: [rules.below === "prolong" ? t("rules.prolong", { day: day(rules.prolongUntil!) }) : t("rules.cancel")] },
    { name: t("rules.prices"), value: [...rules.tiers.map((tier) => t("rules.tier", { count: tier.fromOrders, price: euros(tier.cents, locale), vat: euros(tier.vatCents, locale) })), t(`rules.${rules.withdrawal}`)] },
    { name: t("rules.supplier"), value: [purchase.supplier ?? t("rules.noSupplier")] },
    { name: t("rules.party"), value: [rules.contractingParty] },
    { name: t("rules.coolingOff"), value: [t(`rules.${rules.coolingOffFrom}`)] },
    { name: t("rules.commission"), value: [rules.commission] },
    { name: t("rules.criteria"), value: [rules.criteria] },
    { name: t("rules.interests"), value: [rules.interests] },
    { name: t("rules.fields"), value: [rules.supplierFields.map((field: SupplierField) => t(`fields.${field}`)).join(", "), t("rules.fieldsNote")] },
    { name: t("rules.keepUntil"), value: [day(rules.keepUntil)] },
  ];
}

function factsOfOffer({ purchase, rules, signUp: { offer }, locale }: OfHome): NonNullable<SheetPart["facts"]> {
  const t = serverT(locale, "purchases");
  const amount = (cents: number) => euros(cents, locale);
  const { price_cents: price, price_vat_cents: vat, extras_cents: extras, extras_vat_cents: extrasVat, extras_what: what, subsidy_cents: subsidy, saving_from_cents: from, saving_to_cents: to, valid_until: until, note } = offer!;
  const now = payable(price, rules.tiers, rules.withdrawal, purchase);
  const nowVat = payable(vat, rules.tiers.map(({ fromOrders, vatCents }) => ({ fromOrders, cents: vatCents })), rules.withdrawal, purchase);
  return [
    { name: t("offer.price"), value: [amount(price), t("offer.vat", { vat: amount(vat) })] },
    ...(now === price ? [] : [{ name: t("offer.now"), value: [amount(now), t("offer.nowNote")] }]),
    ...(extras > 0 ? [{ name: t("offer.extras"), value: [amount(extras), `${what}. ${t("offer.vat", { vat: amount(extrasVat) })}`] }] : []),
    { name: t("offer.total"), value: [amount(now + extras), t("offer.vat", { vat: amount(nowVat + extrasVat) })] },
    ...(subsidy === null ? [] : [{ name: t("offer.subsidy"), value: [amount(subsidy), t("offer.estimate")] }]),
    ...(from === null ? [] : [{ name: t("offer.saving"), value: [t("offer.perYear", { from: amount(from), to: amount(to!) }), t("offer.estimate")] }]),
    { name: t("offer.validUntil"), value: [dayInWords(until, locale)] },
    ...(note ? [{ name: t("offer.note"), value: [note] }] : []),
  ];
}

/** The model form for withdrawal of annex I of the directive on consumer rights (2011/83/EU), in plain words. */
function withdrawalForm({ purchase, rules, signUp, locale, cooperative }: OfHome): SheetPart[] {
  const t = serverT(locale, "purchasePaper");
  return [
    {
      text: [
        t("sheet.withdrawal.intro"),
        t("sheet.withdrawal.to", { party: [rules.contractingParty, cooperative.name, cooperative.address].filter(Boolean).join(", ") }),
        ...(purchase.supplier ? [t("sheet.withdrawal.supplier", { supplier: purchase.supplier })] : []),
        t("sheet.withdrawal.what", { title: purchase.title, reference: signUp.reference }),
      ],
      lines: [t("sheet.withdrawal.ordered"), t("sheet.name"), t("sheet.address")],
      sign: signature(locale),
    },
  ];
}

function theTerms(locale: Locale): SheetPart {
  const t = serverT(locale, "purchases");
  return {
    title: serverT(locale, "purchasePaper")("sheet.terms.title", { version: termsVersion }),
    small: [{ title: "", text: t("terms.lawyer") }, ...termsParts.map((part) => ({ title: `${t(`terms.${part}.title`)}.`, text: t(`terms.${part}.text`) }))],
  };
}
