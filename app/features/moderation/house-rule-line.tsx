import { useLocale } from "../../i18n/use-t.tsx";
import type { HouseRule } from "./house-rules.ts";

/** A house rule with its number, in the language of the page. */
export function HouseRuleLine({ rule }: { rule: HouseRule }) {
  const locale = useLocale();
  return (
    <>
      {rule.number}. {rule.text[locale === "en" ? "en" : "nl"]}
    </>
  );
}
