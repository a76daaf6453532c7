import { NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

/** The pages of one part of the site, in a row that wraps on a phone. `end` is for a page whose address begins those of the others, `with` for an address of pages that one gets to from it. */
export function SectionNav({ label, pages }: { label: string; pages: { to: string; words: ReactNode; end?: boolean; with?: string }[] }) {
  const { pathname } = useLocation();
  return (
    <nav aria-label={label} className="border-b border-line bg-surface print:hidden">
      <ul className="mx-auto flex max-w-5xl flex-wrap gap-x-1 px-2 sm:px-4">
        {pages.map(({ to, words, end, ...page }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              data-inside={page.with && pathname.startsWith(`${page.with}/`) ? true : undefined}
              className="inline-flex min-h-11 items-center border-b-3 border-transparent px-2 text-ink-soft hover:text-ink aria-[current=page]:border-garden aria-[current=page]:font-bold aria-[current=page]:text-garden data-inside:border-garden data-inside:font-bold data-inside:text-garden sm:px-3"
            >
              {words}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
