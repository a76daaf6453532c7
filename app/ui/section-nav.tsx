import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

/** The pages of one part of the site, in a row that wraps on a phone. `end` is for a page whose address begins those of the others. */
export function SectionNav({ label, pages }: { label: string; pages: { to: string; words: ReactNode; end?: boolean }[] }) {
  return (
    <nav aria-label={label} className="border-b border-line bg-surface print:hidden">
      <ul className="mx-auto flex max-w-5xl flex-wrap gap-x-1 px-2 sm:px-4">
        {pages.map(({ to, words, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className="inline-flex min-h-11 items-center border-b-3 border-transparent px-2 text-ink-soft hover:text-ink aria-[current=page]:border-garden aria-[current=page]:font-bold aria-[current=page]:text-garden sm:px-3"
            >
              {words}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
