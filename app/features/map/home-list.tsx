import { Link, useLocation, useNavigationType } from "@remix-run/react";
import { Building2, Eye, Heart, MessageCircle } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { catalogue, type MeasureColour, type MeasureKind, measureGroups } from "../measures/catalogue.ts";
import type { SharedFlat, SharedHouse } from "./coarsen.ts";
import { type Filters, isFiltered, mapUrl, unfilteredUrl } from "./filters.ts";
import { KindSymbol } from "./kind-symbols.tsx";
import type { ListRow, MapPage } from "./map-page.server.ts";
import { byLead } from "./shared-features.ts";

const most = 5;
const tones: Record<MeasureColour, string> = { brick: "text-brick", plum: "text-plum", sun: "text-sun", sky: "text-sky", garden: "text-garden" };

/** The homes on the map as a list: the same, under the same filters. `onPoint` hears which one is pointed at. */
export function HomeList({ page, filters, query, onPoint }: { page: MapPage; filters: Filters; query: URLSearchParams; onPoint?: (place: string | null) => void }) {
  const t = useT("map");
  const filtered = isFiltered(filters);
  useReturnToRow();
  if (page.rows.length === 0) return <NothingShared filters={filters} query={query} />;
  return (
    <section aria-label={t("list.label")}>
      <h2 id="lijst" tabIndex={-1} className="text-lg" aria-live="polite">
        {t(filtered ? "list.matching" : "list.homes", { count: page.homes })}
      </h2>
      <p className="text-sm text-ink-soft">{t("list.nearest")}</p>
      <ul className="-mx-2 mt-2 divide-y divide-line">
        {page.rows.map((row) => (
          <li key={row.place}>
            <Row row={row} to={mapUrl(query, { huis: row.place, plek: null })} onPoint={onPoint} />
          </li>
        ))}
      </ul>
      <Pages page={page} query={query} />
      <p className="mt-4 text-sm text-ink-soft">{t("list.about")}</p>
    </section>
  );
}

/** Who comes back from a card goes on in the list where they left it. */
function useReturnToRow(): void {
  const { hash } = useLocation();
  const came = useNavigationType();
  useEffect(() => {
    if (came === "PUSH" && hash.startsWith("#huis-")) document.getElementById(hash.slice(1))?.focus();
  }, [came, hash]);
}

function Row({ row, to, onPoint }: { row: ListRow; to: string; onPoint?: (place: string | null) => void }) {
  const t = useT("map");
  return (
    <Link
      id={`huis-${row.place}`}
      to={to}
      preventScrollReset
      onFocus={() => onPoint?.(row.place)}
      onBlur={() => onPoint?.(null)}
      onMouseEnter={() => onPoint?.(row.place)}
      onMouseLeave={() => onPoint?.(null)}
      className="flex min-h-14 flex-col gap-1.5 rounded-xl px-2 py-3 hover:bg-raised"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">
          {row.street} {row.number}
        </span>
        <span className="shrink-0 text-sm text-ink-soft">{row.distance < 8 ? t("list.nextDoor") : t("list.metres", { count: row.distance })}</span>
      </span>
      {row.shared.flat ? <FlatLine shared={row.shared} /> : <HouseLine shared={row.shared} />}
    </Link>
  );
}

function HouseLine({ shared }: { shared: SharedHouse }) {
  const t = useT("map");
  const all = [
    ...byLead(shared.done).map((kind) => ({ kind, note: null })),
    ...byLead(shared.planned).map((kind) => ({ kind, note: t("list.planned") })),
    ...byLead(shared.wishes).map((kind) => ({ kind, note: t("list.wish") })),
  ];
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {all.slice(0, most).map(({ kind, note }) => (
        <Kind key={`${kind}-${note}`} kind={kind} note={note} />
      ))}
      {all.length > most ? <span className="text-sm text-ink-soft">{t("list.more", { count: all.length - most })}</span> : null}
      {shared.mayAsk ? <May icon={<MessageCircle aria-hidden className="size-4" />} words={t("list.mayAsk")} /> : null}
      {shared.mayVisit ? <May icon={<Eye aria-hidden className="size-4" />} words={t("list.mayVisit")} /> : null}
    </span>
  );
}

function FlatLine({ shared }: { shared: SharedFlat }) {
  const t = useT("map");
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="flex items-center gap-1.5">
        <Building2 aria-hidden className="size-5 text-garden" />
        {t("list.flat", { count: shared.homes })}
      </span>
      {shared.measures.slice(0, 3).map(([kind, homes]) => (
        <Kind key={kind} kind={kind} note={homes} quiet={false} />
      ))}
      {shared.wishes.slice(0, 1).map(([kind, homes]) => (
        <Kind key={kind} kind={kind} note={`${t("list.wish")} ${homes}`} />
      ))}
    </span>
  );
}

/** A kind with its symbol: in the colour of its group, or quiet for what is not there yet. */
function Kind({ kind, note, quiet = note !== null }: { kind: MeasureKind; note: ReactNode; quiet?: boolean }) {
  const names = useT("catalogue");
  return (
    <span className="flex items-center gap-1.5">
      <KindSymbol kind={kind} className={`size-5 ${quiet ? "text-ink-soft" : tones[measureGroups[catalogue[kind].group].colour]}`} />
      <span>
        {names(`kinds.${kind}`)}
        {note === null ? null : <span className="text-ink-soft"> ({note})</span>}
      </span>
    </span>
  );
}

function May({ icon, words }: { icon: ReactNode; words: string }) {
  return (
    <span className="flex items-center gap-1 text-sm text-ink-soft">
      {icon}
      {words}
    </span>
  );
}

function Pages({ page, query }: { page: MapPage; query: URLSearchParams }) {
  const t = useT("map");
  if (page.pages === 1) return null;
  return (
    <nav className="mt-4 flex items-center justify-between gap-3" aria-label={t("list.page", { page: page.page, pages: page.pages })}>
      {page.page > 1 ? <ButtonLink look="secondary" to={mapUrl(query, { pagina: String(page.page - 1) })}>{t("list.previous")}</ButtonLink> : <span />}
      <span className="text-sm text-ink-soft">{t("list.page", { page: page.page, pages: page.pages })}</span>
      {page.page < page.pages ? <ButtonLink look="secondary" to={mapUrl(query, { pagina: String(page.page + 1) })}>{t("list.next")}</ButtonLink> : <span />}
    </nav>
  );
}

function NothingShared({ filters, query }: { filters: Filters; query: URLSearchParams }) {
  const t = useT("map");
  const [kind] = filters.kinds;
  if (!isFiltered(filters)) {
    return (
      <EmptyState icon={<Heart />} title={t("empty.title")} action={<ButtonLink to="/maatregelen/nieuw">{t("empty.share")}</ButtonLink>}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={kind ? <KindSymbol kind={kind} className="size-8" /> : <Heart />}
      title={t(filters.likeMine ? "empty.likeMineTitle" : "empty.filteredTitle")}
      action={
        <span className="flex flex-wrap gap-3">
          <ButtonLink to={unfilteredUrl(query)}>{t("filters.clear")}</ButtonLink>
          <ButtonLink look="secondary" to={kind ? `/wensen/nieuw?voor=huis&soort=${kind}` : "/wensen/nieuw"}>
            {t("empty.wish")}
          </ButtonLink>
        </span>
      }
    >
      {t("empty.filteredText")}
    </EmptyState>
  );
}
