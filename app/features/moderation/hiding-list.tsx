import { Link } from "@remix-run/react";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Card, Section } from "../../ui/page.tsx";
import { isMeasureKind } from "../measures/catalogue.ts";
import { useItemTitle } from "../sharing/item-card.tsx";
import type { SharedItem } from "../sharing/shared-item.ts";
import { HouseRuleLine } from "./house-rule-line.tsx";
import { houseRule } from "./house-rules.ts";
import type { OwnHiding } from "./own-hidings.server.ts";

/** What moderators hid of the own household, with the way to the whole decision. Needs `home` and `catalogue`. */
export function HidingList({ hidings, items }: { hidings: OwnHiding[]; items: SharedItem[] }) {
  const t = useT("home");
  const names = useT("catalogue");
  const itemTitle = useItemTitle();
  const locale = useLocale();
  return (
    <Section title={t("hidings")}>
      {hidings.map((hiding) => {
        const item = items.find(({ id }) => id === hiding.subjectId);
        const { kind, title: named } = hiding.subject ?? {};
        const otherwise = kind && isMeasureKind(kind) ? names(`kinds.${kind}`) : named;
        const title = t("hidingTitle", { date: dayInWords(hiding.createdAt, locale), title: item ? itemTitle(item) : (otherwise ?? "…") });
        return (
          <Card key={hiding.id} tone={hiding.liftedAt ? "garden" : "brick"}>
            <p className="font-semibold">{title}</p>
            <p className="mt-1 measure">
              <HouseRuleLine rule={houseRule(hiding.rule, hiding.rulesVersion)} />
            </p>
            {hiding.appeal && !hiding.appeal.decidedAt ? <p className="mt-1">{t("hidingObjected")}</p> : null}
            {hiding.liftedAt ? <p className="mt-1">{t("hidingReversed")}</p> : null}
            <Link to={`/verborgen/${hiding.id}`} aria-label={`${t("hidingRead")}: ${title}`} className="mt-1 inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
              {t("hidingRead")}
            </Link>
          </Card>
        );
      })}
    </Section>
  );
}
