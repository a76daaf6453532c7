import { Link, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { type MenuPlace, useCurrent } from "./use-current.ts";

/** The pages of one part of the site: on a phone one row that scrolls to the page that is shown, else a row that wraps. */
export function SectionNav({ label, pages }: { label: string; pages: (MenuPlace & { words: ReactNode })[] }) {
  const current = useCurrent();
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const [row, shown] = [list.current, list.current?.querySelector<HTMLElement>("[aria-current]")];
    if (row && shown) row.scrollLeft = shown.offsetLeft - row.offsetLeft - (row.clientWidth - shown.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav aria-label={label} className="border-b border-line bg-surface print:hidden">
      <ul ref={list} className="mx-auto flex max-w-5xl gap-x-1 overflow-x-auto px-2 whitespace-nowrap sm:flex-wrap sm:overflow-visible sm:px-4">
        {pages.map(({ words, ...place }) => (
          <li key={place.to} className="shrink-0">
            <Link
              to={place.to}
              aria-current={current(place)}
              className="inline-flex min-h-11 items-center border-b-3 border-transparent px-2 text-ink-soft hover:text-ink aria-[current]:border-garden aria-[current]:font-bold aria-[current]:text-garden sm:px-3"
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
