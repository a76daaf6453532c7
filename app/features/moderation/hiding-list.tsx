import type { ReportCategory } from "../../../db/schema/sharing.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { Card, Section } from "../../ui/page.tsx";
import { useItemTitle } from "../sharing/item-card.tsx";
import type { SharedItem } from "../sharing/shared-item.ts";

type Hiding = { id: string; subjectId: string; rule: ReportCategory; reason: string; createdAt: Date };

/** What moderators hid of the own household, why, and how to object. Needs `home`, `reports` and `catalogue`. */
export function HidingList({ hidings, items, organisation }: { hidings: Hiding[]; items: SharedItem[]; organisation: { name: string; contact: string } }) {
  const t = useT("home");
  const rules = useT("reports");
  const itemTitle = useItemTitle();
  const locale = useLocale();
  return (
    <Section title={t("hidings")}>
      {hidings.map((hiding) => {
        const item = items.find(({ id }) => id === hiding.subjectId);
        return (
          <Card key={hiding.id} tone="brick">
            <p className="font-semibold">{t("hidingTitle", { date: dayInWords(hiding.createdAt, locale), title: item ? itemTitle(item) : "…" })}</p>
            <p className="mt-1">{t("hidingRule", { rule: rules(`categories.${hiding.rule}`) })}</p>
            <p className="mt-1 measure break-words whitespace-pre-line">{hiding.reason}</p>
            <p className="mt-2 text-ink-soft">{t("hidingObject", { organisation: organisation.name, contact: organisation.contact })}</p>
          </Card>
        );
      })}
    </Section>
  );
}
