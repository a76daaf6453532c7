import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import type { ConsentLine } from "../consent/consent-book.server.ts";
import { useConsentTitle } from "./consent-card.tsx";

/** Consents that ended, with when and under which text. Needs `privacy` and `catalogue`. */
export function PastConsents({ lines }: { lines: ConsentLine[] }) {
  const t = useT("privacy");
  const names = useT("catalogue");
  const title = useConsentTitle();
  const locale = useLocale();
  if (lines.length === 0) return null;
  return (
    <details className="rounded-card border border-line bg-surface p-4">
      <summary className="min-h-11 content-center font-semibold">{t("book.past")}</summary>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.id} className="py-3">
            <p className="font-semibold">{[title(line), line.audience && names(`audiences.${line.audience}`)].filter(Boolean).join(" · ")}</p>
            <p className="text-ink-soft">
              {t("book.pastLine", { from: dayInWords(line.givenAt, locale), to: line.withdrawnAt ? dayInWords(line.withdrawnAt, locale) : "" })}
            </p>
            <p className="measure text-sm">{line.textShown}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
