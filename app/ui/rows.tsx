import type { ReactNode } from "react";

/** A list of things with a line about each, on one sheet. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line rounded-card border border-line bg-surface">{children}</ul>;
}

/** One of {@link Rows}: what it is, a line about it, and at the right what can be done with it. */
export function Row({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold break-words">{title}</p>
        {children ? <div className="text-sm text-ink-soft">{children}</div> : null}
      </div>
      {aside}
    </li>
  );
}
