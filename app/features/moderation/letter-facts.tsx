import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import type { PendingLetter } from "./pending-letters.server.ts";

/** What has happened with a letter: asked for, waiting for its turn, printed how often. */
export function LetterFacts({ letter }: { letter: PendingLetter }) {
  const t = useT("moderation");
  const day = useDay();
  const facts = [
    letter.neighbourhoodName,
    t("letters.requested", { date: day(letter.requestedAt) }),
    letter.refused ? t("letters.refusedLine") : null,
    letter.inFile ? t("letters.inFileLine") : null,
    letter.notBefore && !letter.refused ? t("letters.laterLine", { date: day(letter.notBefore) }) : null,
    letter.printedAt ? t("letters.printedLine", { count: letter.printCount, date: day(letter.printedAt) }) : null,
  ];
  return <>{facts.filter(Boolean).join(" · ")}</>;
}
