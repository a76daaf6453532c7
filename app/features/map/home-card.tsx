import { House } from "lucide-react";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/page.tsx";
import { KindTile } from "../measures/kind-tile.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";
import { ItemCard } from "../sharing/item-card.tsx";
import type { SharedFlat } from "./coarsen.ts";
import type { HomeCard as Card } from "./home-card.server.ts";
import { MapCard } from "./map-card.tsx";

/** One home: what is shared with me there, and what everybody may know of it. `back` leads to the list. */
export function HomeCard({ card, back }: { card: Card; back: string }) {
  const t = useT("map");
  const own = card.own ? (
    <p className="mt-1 flex items-center gap-1.5 font-semibold text-brick">
      <House aria-hidden className="size-5" />
      {t("card.own")}
    </p>
  ) : null;
  return (
    <MapCard label={t("card.label")} title={`${card.street} ${card.number}`} note={own} back={back}>
      {card.own ? (
        <div className="rounded-card bg-brick-soft p-4">
          <p className="mb-3">{t("card.ownText")}</p>
          <ButtonLink look="secondary" to="/mijn-huis">
            {t("card.ownLink")}
          </ButtonLink>
        </div>
      ) : null}
      <Shared card={card} />
      <PublicFacts card={card} />
    </MapCard>
  );
}

function Shared({ card }: { card: Card }) {
  const t = useT("map");
  if (card.counts) return <FlatCounts counts={card.counts} />;
  if (card.items?.length) {
    return (
      <section className="flex flex-col gap-3">
        <h3 className="text-lg">{t("card.shared")}</h3>
        {card.items.map((item) => (
          <ItemCard key={item.id} item={item} />
        ))}
      </section>
    );
  }
  if (card.own || card.homes === 0) return null;
  return <p className="text-ink-soft">{card.homes > 1 ? t("card.flatNothing") : `${t("card.nothing")} ${t("card.nothingText")}`}</p>;
}

function FlatCounts({ counts }: { counts: SharedFlat }) {
  const t = useT("map");
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg">{t("card.flat", { count: counts.homes })}</h3>
      <Counts title={t("card.measures")} counts={counts.measures} />
      <Counts title={t("card.wishes")} counts={counts.wishes} />
      <p className="text-sm text-ink-soft">{t("card.flatText")}</p>
    </section>
  );
}

function Counts({ title, counts }: { title: string; counts: [MeasureKind, number][] }) {
  const t = useT("map");
  const names = useT("catalogue");
  if (counts.length === 0) return null;
  return (
    <div>
      <h4 className="mb-2 font-semibold">{title}</h4>
      <ul className="flex flex-col gap-2">
        {counts.map(([kind, homes]) => (
          <li key={kind} className="flex items-center gap-3">
            <KindTile kind={kind} />
            <span className="flex-1">{names(`kinds.${kind}`)}</span>
            <span className="font-semibold">{t("card.homesCount", { count: homes })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PublicFacts({ card }: { card: Card }) {
  const t = useT("map");
  const names = useT("catalogue");
  const locale = useLocale();
  const unknown = t("card.unknown");
  const date = card.sourceDate && dayInWords(card.sourceDate, locale);
  return (
    <section>
      <h3 className="mb-2 text-lg">{t("card.public")}</h3>
      <Facts
        facts={[
          ...(card.homes > 0 ? [{ name: t("card.kind"), value: card.dwellingType ? names(`dwellingTypes.${card.dwellingType}`) : unknown }] : [{ name: t("card.kind"), value: t("card.building") }]),
          { name: t("card.built"), value: card.builtYear ?? unknown },
          ...(card.homes > 1 ? [{ name: t("card.homesHere"), value: card.homes }] : [{ name: t("card.area"), value: card.areaM2 ? `${card.areaM2} m²` : unknown }]),
        ]}
      />
      <p className="mt-2 text-sm text-ink-soft">{date ? t("card.sourceDate", { date }) : t("card.source")}</p>
    </section>
  );
}
