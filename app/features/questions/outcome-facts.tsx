import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import type { ShownAnswer } from "./answers-of.server.ts";
import { useHomeWords } from "./home-kind.ts";

/** Of an outcome: from whom, when, for how much, and for which homes it holds. Needs `questions` and `catalogue`. */
export function OutcomeFacts({ answer }: { answer: Pick<ShownAnswer, "source" | "foundOn" | "costRange" | "dwellingTypes" | "buildingPeriods"> }) {
  const t = useT("questions");
  const names = useT("catalogue");
  const locale = useLocale();
  const home = useHomeWords();
  const facts = [
    [t("outcome.sourceFact"), answer.source],
    [t("outcome.foundOnFact"), answer.foundOn && dayInWords(answer.foundOn, locale)],
    [t("outcome.costFact"), answer.costRange && names(`costs.${answer.costRange}`)],
    [t("outcome.homesFact"), home(answer.dwellingTypes, answer.buildingPeriods)],
  ].filter(([, value]) => value);
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-0.5 sm:grid-cols-[9rem_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
