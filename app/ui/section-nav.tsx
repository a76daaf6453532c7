import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type MenuPlace, useCurrent } from "./use-current.ts";

/** The pages of one part of the site, in a row that wraps on a phone. */
export function SectionNav({ label, pages }: { label: string; pages: (MenuPlace & { words: ReactNode })[] }) {
  const current = useCurrent();
  return (
    <nav aria-label={label} className="border-b border-line bg-surface print:hidden">
      <ul className="mx-auto flex max-w-5xl flex-wrap gap-x-1 px-2 sm:px-4">
        {pages.map(({ words, ...place }) => (
          <li key={place.to}>
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
