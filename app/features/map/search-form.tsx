import { Form, Link, useSearchParams } from "@remix-run/react";
import { Search, X } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Unseen } from "../../ui/button.tsx";
import { mapUrl } from "./filters.ts";

/** Looks for a street or an address; everything else in the URL is kept. Works without JavaScript. */
export function SearchForm() {
  const t = useT("map");
  const [query] = useSearchParams();
  const asked = query.get("zoek") ?? "";
  return (
    <Form role="search" action="/kaart" className="flex items-center rounded-full border border-line-strong bg-surface shadow-sm has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-(--focus)">
      {[...query].map(([name, value], i) => (name === "zoek" || name === "huis" || name === "pagina" ? null : <input key={i} type="hidden" name={name} value={value} />))}
      <label htmlFor="zoek" className="sr-only">
        {t("search.label")}
      </label>
      <input
        key={asked}
        id="zoek"
        name="zoek"
        type="search"
        defaultValue={asked}
        placeholder={t("search.placeholder")}
        autoComplete="off"
        maxLength={80}
        className="min-h-12 min-w-0 flex-1 rounded-full bg-transparent pl-5 placeholder:text-ink-soft focus-visible:outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {asked ? (
        <Link to={mapUrl(query, { zoek: null })} preventScrollReset className="grid size-11 place-items-center rounded-full text-ink-soft">
          <X aria-hidden className="size-5" />
          <Unseen>{t("search.clear")}</Unseen>
        </Link>
      ) : null}
      <button className="grid size-12 shrink-0 place-items-center rounded-full text-garden">
        <Search aria-hidden className="size-6" />
        <Unseen>{t("search.button")}</Unseen>
      </button>
    </Form>
  );
}
