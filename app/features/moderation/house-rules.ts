import type { Locale } from "../../../db/schema/auth.ts";
import type { ReportCategory } from "../../../db/schema/choices.ts";

/** One rule of the house; `category` is the kind of report that points to it. */
export type HouseRule = { number: number; category: ReportCategory; text: Record<Locale, string> };
type HouseRules = { version: string; /** ISO 8601 day from which they hold. */ since: string; rules: readonly HouseRule[] };

const versions: readonly HouseRules[] = [
  {
    version: "1",
    since: "2026-01-01",
    rules: [
      {
        number: 1,
        category: "personal_data",
        text: { nl: "Deel geen gegevens of foto's van een ander zonder dat die ja zei.", en: "Don't share data or photos of somebody else without their yes." },
      },
      { number: 2, category: "offensive", text: { nl: "Schrijf niets wat iemand kwetst of uitsluit.", en: "Don't write what hurts or excludes somebody." } },
      { number: 3, category: "advertising", text: { nl: "Maak geen reclame. Wie er geld aan verdient, zegt dat erbij.", en: "Don't advertise. Who earns from it, says so." } },
      { number: 4, category: "untrue", text: { nl: "Schrijf op wat je zelf weet of meemaakte.", en: "Write what you know yourself or went through." } },
      { number: 5, category: "unsafe", text: { nl: "Raad niets aan wat gevaarlijk is of niet mag.", en: "Don't advise what is dangerous or not allowed." } },
      {
        number: 6,
        category: "other",
        text: { nl: "Houd het bij je huis en je buurt, en schrijf zoals je het aan de deur zou zeggen.", en: "Keep to your home and your neighbourhood, and write as you would say it at the door." },
      },
    ],
  },
];

/** The rules that hold now. A change is a new version at the end of the list: decisions keep pointing to the old one. */
export const houseRules = versions.at(-1)!;

/** A rule as it was when it was decided on. */
export function houseRule(category: ReportCategory, version: string): HouseRule {
  const { rules } = versions.find((each) => each.version === version) ?? houseRules;
  return rules.find((rule) => rule.category === category)!;
}
