import { Form, Link } from "@remix-run/react";
import { Search } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { measureKinds } from "../measures/catalogue.ts";
import { type ListChoice, listPath, listTabs, type ListTab } from "./list-choice.ts";

/** The tabs of the list, each with how many questions there are for who looks. Needs `questions`. */
export function ListTabs({ choice, counts }: { choice: ListChoice; counts: Record<ListTab, number> }) {
  const t = useT("questions");
  return (
    <nav aria-label={t("list.tabsLabel")}>
      <ul className="flex flex-wrap gap-x-1 border-b border-line">
        {listTabs.map((tab) => (
          <li key={tab}>
            <Link
              to={listPath(choice, { tab })}
              aria-current={tab === choice.tab ? "page" : undefined}
              className="inline-flex min-h-11 items-center gap-1.5 border-b-3 border-transparent px-2 text-ink-soft hover:text-ink aria-[current]:border-garden aria-[current]:font-bold aria-[current]:text-garden sm:px-3"
            >
              {t(`list.tabs.${tab}`)}
              <span className="rounded-full bg-raised px-2 text-sm text-ink-soft">{counts[tab]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Search and choices of the list; a form that works by itself. Needs `questions` and `catalogue`. */
export function ListFilters({ choice, knowsHome }: { choice: ListChoice; knowsHome: boolean }) {
  const t = useT("questions");
  const names = useT("catalogue");
  const chosen = choice.kind !== null || choice.likeMine;
  return (
    <Form action="/vragen" role="search" className="flex flex-col gap-3" key={listPath(choice)}>
      {choice.tab === "open" ? null : <input type="hidden" name="staat" value={choice.tab} />}
      <div className="flex items-end gap-2">
        <div className="flex-1">
          <TextField type="search" label={t("list.search")} name="zoek" maxLength={120} defaultValue={choice.search} />
        </div>
        <Button look="secondary" className="mb-0.5">
          <Search aria-hidden className="size-5" />
          {t("list.searchButton")}
        </Button>
      </div>
      <details open={chosen}>
        <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("list.filters")}</summary>
        <div className="flex flex-col gap-3 pt-1">
          <SelectField label={t("list.kind")} name="soort" defaultValue={choice.kind ?? ""}>
            <option value="">{t("list.allKinds")}</option>
            {measureKinds.map((kind) => (
              <option key={kind} value={kind}>
                {names(`kinds.${kind}`)}
              </option>
            ))}
          </SelectField>
          {knowsHome ? (
            <label className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="zoals-mijn" value="ja" defaultChecked={choice.likeMine} className="size-5 accent-(--garden)" />
              {t("list.likeMine")}
            </label>
          ) : null}
        </div>
      </details>
      {chosen || choice.search ? (
        <p>
          <Link to={listPath({ ...choice, search: "", kind: null, likeMine: false })} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("list.clear")}
          </Link>
        </p>
      ) : null}
    </Form>
  );
}
