import { Link } from "@remix-run/react";
import type { DwellingType } from "../../../db/schema/choices.ts";
import type { PurchaseDeed } from "../../../db/schema/purchase-choices.ts";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";

const link = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";
type What = { kinds: MeasureKind[]; dwellingTypes: DwellingType[]; forOwners: boolean; forTenants: boolean };

/** For whom it is, what it may mean for the own home, and what neighbours ask and found out about it. Needs `purchases` and `catalogue`. */
export function ForMyHome({ purchase }: { purchase: What }) {
  const t = useT("purchases");
  const names = useT("catalogue");
  const { kinds, dwellingTypes, forOwners, forTenants } = purchase;
  const known = dwellingTypes.filter((type) => type !== "unknown");
  return (
    <>
      <p className="measure">
        {known.length > 0 ? t("detail.types", { types: known.map((type) => t(`types.${type}`)).join(", ") }) : t("detail.allTypes")} {t(forOwners && forTenants ? "detail.both" : forTenants ? "detail.tenants" : "detail.owners")}
      </p>
      <ul className="flex flex-col">
        {kinds.map((kind) => (
          <li key={kind} className="flex flex-wrap gap-x-6">
            <Link to={`/mijn-huis/maatregel/${kind}`} className={link}>
              {t("detail.estimate", { kind: names(`kinds.${kind}`) })}
            </Link>
            <Link to={`/vragen?soort=${kind}`} className={link}>
              {t("detail.questions", { kind: names(`kinds.${kind}`) })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

type Told = { news: { id: string; title: string; body: string; publishedAt: Date | string }[]; events: { id: string; deed: PurchaseDeed; words: string | null; at: Date | string }[] };

/** What moderators wrote, and what was decided when. Needs `purchases`. */
export function PurchaseNews({ news, events }: Told) {
  const t = useT("purchases");
  const day = useDay();
  return (
    <Section title={t("news.title")}>
      {news.map((item) => (
        <article key={item.id} className="rounded-card border border-line bg-surface p-4">
          <h3 className="text-lg break-words">{item.title}</h3>
          <p className="text-sm text-ink-soft">{day(new Date(item.publishedAt))}</p>
          <p className="measure mt-2 break-words whitespace-pre-line">{item.body}</p>
        </article>
      ))}
      <ul className="flex flex-col gap-1">
        {events.map((event) => (
          <li key={event.id}>
            {t("news.line", { day: day(new Date(event.at)), what: t(`news.deeds.${event.deed}`) })}
            {event.words ? <span className="block break-words text-ink-soft">{event.words}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
