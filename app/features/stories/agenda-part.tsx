import { MessageCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { storyIndicators } from "../../../db/schema/choices.ts";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, EmptyState } from "../../ui/page.tsx";
import { AgendaLine } from "./agenda-line.tsx";

/** The whole neighbourhood agenda, per figure in the order of the page. Needs `stories` and `catalogue`. */
export function AgendaPart({ items, more }: { items: ComponentProps<typeof AgendaLine>["item"][]; more: boolean }) {
  const t = useT("stories");
  const names = useT("catalogue");
  const tell = (
    <ButtonLink look="secondary" to="/verhalen/nieuw">
      {t("agenda.tell")}
    </ButtonLink>
  );
  if (items.length === 0) {
    return (
      <section id="buurtagenda" className="scroll-mt-4">
        <EmptyState icon={<MessageCircle />} title={t("agenda.noneTitle")} action={tell}>
          <p>{t("agenda.none")}</p>
        </EmptyState>
      </section>
    );
  }
  const told = storyIndicators.map((indicator) => ({ indicator, here: items.filter((item) => item.indicator === indicator) })).filter(({ here }) => here.length > 0);
  return (
    <section id="buurtagenda" className="flex scroll-mt-4 flex-col gap-4">
      <h2 className="text-xl">{t("agenda.title")}</h2>
      <p className="-mt-2 measure">{t("agenda.text")}</p>
      <Card>
        <div className="flex flex-col gap-5 lg:columns-2 lg:block lg:gap-x-10">
          {told.map(({ indicator, here }) => (
            <div key={indicator} id={`agenda-${indicator}`} className="scroll-mt-4 break-inside-avoid lg:mb-5">
              <h3 className="text-lg">{names(`storyIndicators.${indicator}`)}</h3>
              <ul>
                {here.map((item) => (
                  <li key={item.id}>
                    <AgendaLine item={item} brief />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Card>
      {more ? <p className="text-ink-soft">{t("agenda.older")}</p> : null}
      <p>{tell}</p>
    </section>
  );
}
