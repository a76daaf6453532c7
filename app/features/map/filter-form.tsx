import { Form, Link, useNavigate } from "@remix-run/react";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { kindsInGroup, type MeasureGroup, measureGroups } from "../measures/catalogue.ts";
import { choosableTypes, type Filters, mapUrl, unfilteredUrl } from "./filters.ts";
import { KindSymbol } from "./kind-symbols.tsx";

const wordOf = { measure: "maatregel", wish: "wens", question: "vraag" };

/** What can be filtered, folded away behind one button. A GET form: each choice is in the URL at once, or after "Toon" without JavaScript. */
export function FilterForm({ filters, query, count }: { filters: Filters; query: URLSearchParams; count: number }) {
  const t = useT("map");
  const names = useT("catalogue");
  const navigate = useNavigate();
  const show = (form: HTMLFormElement) => {
    const chosen = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "");
    navigate(mapUrl(new URLSearchParams(chosen), {}), { preventScrollReset: true });
  };
  return (
    <details className="group/filters shrink-0">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-full border border-line-strong bg-surface px-4 font-semibold shadow-sm group-open/filters:bg-garden group-open/filters:text-on-garden [&::-webkit-details-marker]:hidden">
        <SlidersHorizontal aria-hidden className="size-5" />
        {t("filters.open")}
        {count > 0 ? (
          <span className="rounded-full bg-garden px-2 text-sm text-on-garden group-open/filters:bg-surface group-open/filters:text-ink">
            {count}
            <span className="sr-only"> {t("filters.active", { count })}</span>
          </span>
        ) : null}
      </summary>
      <Form
        action="/kaart"
        onChange={(event) => show(event.currentTarget)}
        className="map-filters flex flex-col gap-5 rounded-card border border-line bg-surface p-4 shadow-lg"
      >
        {[...query].map(([name, value], i) => (name === "weergave" || name === "huis" || name === "zoek" || name === "straat" || name === "laag" ? <input key={i} type="hidden" name={name} value={value} /> : null))}
        <h2 className="text-lg">{t("filters.title")}</h2>
        <Options legend={t("filters.what")}>
          {[["", t("filters.both")], ["maatregel", t("filters.measures")], ["wens", t("filters.wishes")], ["vraag", t("filters.questions")]].map(([value, label]) => (
            <Option key={value} type="radio" name="wat" value={value!} checked={(filters.what === null ? "" : wordOf[filters.what]) === value}>
              {label}
            </Option>
          ))}
        </Options>
        <Options legend={t("filters.dwelling")} hint={t("filters.likeMineHint")}>
          <Option type="checkbox" name="zoals" value="mijn-huis" checked={filters.likeMine}>
            {t("filters.likeMine")}
          </Option>
          {choosableTypes.map((type) => (
            <Option key={type} type="checkbox" name="woning" value={type} checked={filters.dwellingTypes.includes(type)}>
              {names(`dwellingTypes.${type}`)}
            </Option>
          ))}
        </Options>
        {(Object.keys(measureGroups) as MeasureGroup[]).map((group) => (
          <Options key={group} legend={names(`groups.${group}`)}>
            {kindsInGroup(group).map((kind) => (
              <Option key={kind} type="checkbox" name="soort" value={kind} checked={filters.kinds.includes(kind)}>
                <KindSymbol kind={kind} className="size-5 shrink-0" />
                {names(`kinds.${kind}`)}
              </Option>
            ))}
          </Options>
        ))}
        <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap gap-3 rounded-b-card border-t border-line bg-surface p-4">
          <Button>{t("filters.apply")}</Button>
          <Link to={unfilteredUrl(query)} preventScrollReset className="flex min-h-11 items-center px-2 text-garden underline underline-offset-4">
            {t("filters.clear")}
          </Link>
        </div>
      </Form>
    </details>
  );
}

function Options({ legend, hint, children }: { legend: ReactNode; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset aria-describedby={hint ? id : undefined}>
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">{children}</div>
      {hint ? (
        <p id={id} className="mt-2 text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
    </fieldset>
  );
}

function Option({ children, ...input }: { type: "radio" | "checkbox"; name: string; value: string; checked: boolean; children: ReactNode }) {
  return (
    <label className="relative flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-4 text-base has-checked:border-garden has-checked:bg-garden-soft has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)">
      <input {...input} onChange={() => {}} className="sr-only" />
      {children}
    </label>
  );
}
