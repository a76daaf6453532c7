import { Link } from "@remix-run/react";
import { House, Signpost } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { mapUrl } from "./filters.ts";
import type { Found } from "./search-addresses.server.ts";

/** What a search found. An address is found whoever lives there, and says nothing of them. */
export function FoundAddresses({ found, query }: { found: Found; query: URLSearchParams }) {
  const t = useT("map");
  if (found.streets.length + found.addresses.length === 0) {
    return (
      <section className="mb-5" role="status">
        <h2 className="text-lg break-words">{t("search.none", { text: query.get("zoek") ?? "" })}</h2>
        <p className="mt-1 text-ink-soft">{t("search.noneHint")}</p>
      </section>
    );
  }
  return (
    <section className="mb-5" aria-labelledby="gevonden">
      <h2 id="gevonden" className="text-lg">
        {t("search.results")}
      </h2>
      <ul className="-mx-2 mt-1 divide-y divide-line">
        {found.streets.map(({ id, name, homes }) => (
          <Result key={id} to={mapUrl(query, { straat: id, zoek: null, huis: null, pagina: null })} icon={<Signpost aria-hidden className="size-5 text-garden" />} name={name} note={t("search.homes", { count: homes })} />
        ))}
        {found.addresses.map(({ place, street, number }) => (
          <Result key={`${place} ${number}`} to={mapUrl(query, { huis: place, zoek: null })} icon={<House aria-hidden className="size-5 text-garden" />} name={`${street} ${number}`} />
        ))}
      </ul>
    </section>
  );
}

function Result({ to, icon, name, note }: { to: string; icon: ReactNode; name: string; note?: string }) {
  return (
    <li>
      <Link to={to} preventScrollReset className="flex min-h-12 items-center gap-3 rounded-xl px-2 hover:bg-raised">
        {icon}
        <span className="font-semibold">{name}</span>
        {note ? <span className="text-sm text-ink-soft">{note}</span> : null}
      </Link>
    </li>
  );
}
