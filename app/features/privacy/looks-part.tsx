import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import type { ownDisclosures } from "../moderation/own-hidings.server.ts";

/** Every look of a moderator at something of the household, with when and why. Needs `privacy`. */
export function LooksPart({ looks }: { looks: Awaited<ReturnType<typeof ownDisclosures>> }) {
  const t = useT("privacy");
  const locale = useLocale();
  return (
    <section id="gekeken" aria-labelledby="gekeken-titel" className="flex scroll-mt-4 flex-col gap-4">
      <h2 id="gekeken-titel" className="text-xl">
        {t("book.looks")}
      </h2>
      {looks.length > 0 ? (
        <ul className="list-disc pl-5">
          {looks.map((look) => (
            <li key={look.id}>
              {t("book.looksLine", { date: dayInWords(look.at, locale), neighbourhood: look.neighbourhoodName, what: t(`book.looksWhat.${look.what}`), why: t(`book.looksWhy.${look.reason}`) })}
              {look.note ? <span className="block break-words">{t("book.looksNote", { note: look.note })}</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("book.looksNone")}</p>
      )}
    </section>
  );
}
