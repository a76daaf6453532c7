import type { ReactNode } from "react";

/** One thing to say yes to, large enough for a thumb. */
export function Tick({ name, on, children }: { name: string; on: boolean; children: ReactNode }) {
  return (
    <label className="flex min-h-11 items-start gap-3 py-2">
      <input type="checkbox" name={name} value="ja" defaultChecked={on} className="mt-0.5 size-5 shrink-0 accent-(--garden)" />
      <span>{children}</span>
    </label>
  );
}
