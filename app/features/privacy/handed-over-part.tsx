import { Link } from "@remix-run/react";
import { dayInWords } from "../../i18n/day.ts";
import { useNumber } from "../../i18n/use-number.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import { useReleaseWords } from "../insights/release-words.ts";
import type { HandedOver } from "./handed-over.server.ts";

const link = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";

/** What suppliers got of the household, and in which figures it may have been counted. Needs `privacy`, `purchases`, `releases` and `catalogue`. */
export function HandedOverPart({ handed: { receipts, counted, epsilon } }: { handed: HandedOver }) {
  const t = useT("privacy");
  const fields = useT("purchases");
  const words = useReleaseWords();
  const locale = useLocale();
  const number = useNumber();
  const list = new Intl.ListFormat(locale === "en" ? "en-GB" : "nl-NL");
  return (
    <>
      <Section title={t("book.suppliers")}>
        {receipts.length > 0 ? (
          <ul className="list-disc space-y-2 pl-5">
            {receipts.map((receipt) => (
              <li key={`${receipt.exportId} ${receipt.signUpId}`}>
                {t("book.supplierGot", { date: dayInWords(receipt.at, locale), supplier: receipt.supplier, fields: list.format(receipt.fields.map((field) => fields(`fields.${field}`))), purchase: receipt.purchaseTitle })}{" "}
                {t("book.supplierKeeps", { date: dayInWords(receipt.keepUntil, locale) })}{" "}
                <Link to={`/samen-inkopen/aanmelding/${receipt.signUpId}`} className="text-garden underline underline-offset-4">
                  {t("book.supplierLink")}
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t("book.suppliersNone")}</p>
        )}
      </Section>
      <Section title={t("book.counted")}>
        {counted.length > 0 ? (
          <>
            <p className="measure">{t("book.countedText", { release: number(epsilon.release, 1), year: number(epsilon.year) })}</p>
            <ul className="list-disc pl-5">
              {counted.map((one) => (
                <li key={one.id}>{t("book.countedIn", { quarter: words.quarter(one.quarter), area: words.area(one.area, one.areaName), date: dayInWords(one.publishedOn, locale), most: number(epsilon.release, 1) })}</li>
              ))}
            </ul>
            <p>
              <Link to="/cijfers/bescherming" className={link}>
                {t("book.countedLink")}
              </Link>
            </p>
          </>
        ) : (
          <p>{t("book.countedNone")}</p>
        )}
      </Section>
    </>
  );
}
