import { Link } from "@remix-run/react";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { type Filters, mapUrl, toggleUrl } from "./filters.ts";
import { KindSymbol } from "./kind-symbols.tsx";

/** The filters that are on, each with the way to take it away, and the two that are asked for most. */
export function Chips({ filters, query, street }: { filters: Filters; query: URLSearchParams; street: string | null }) {
  const t = useT("map");
  const names = useT("catalogue");
  const only = (value: string, on: boolean) => mapUrl(query, { wat: on ? null : value, pagina: null });
  return (
    <>
      <Chip to={toggleUrl(query, "zoals", "mijn-huis")} on={filters.likeMine} name={t("filters.likeMine")} />
      {filters.streetId ? <Chip to={toggleUrl(query, "straat", filters.streetId)} on name={t("filters.street", { street: street ?? "?" })} /> : null}
      {filters.what === "measure" ? <Chip to={toggleUrl(query, "wat", "maatregel")} on name={t("filters.measures")} /> : <Chip to={only("wens", filters.what === "wish")} on={filters.what === "wish"} name={t("filters.wishes")} />}
      <Chip to={only("vraag", filters.what === "question")} on={filters.what === "question"} name={t("filters.questions")} />
      {filters.dwellingTypes.map((type) => (
        <Chip key={type} to={toggleUrl(query, "woning", type)} on name={names(`dwellingTypes.${type}`)} />
      ))}
      {filters.kinds.map((kind) => (
        <Chip key={kind} to={toggleUrl(query, "soort", kind)} on name={names(`kinds.${kind}`)} icon={<KindSymbol kind={kind} className="size-5" />} />
      ))}
    </>
  );
}

function Chip({ to, on, name, icon }: { to: string; on: boolean; name: string; icon?: ReactNode }) {
  const t = useT("map");
  return (
    <Link
      to={to}
      preventScrollReset
      aria-label={on ? t("filters.remove", { name }) : name}
      className={`flex min-h-11 shrink-0 items-center gap-2 rounded-full border px-4 shadow-sm ${on ? "border-garden bg-garden-soft font-semibold" : "border-line-strong bg-surface"}`}
    >
      {icon}
      {name}
      {on ? <X aria-hidden className="size-4" /> : null}
    </Link>
  );
}
