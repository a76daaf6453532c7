import { Link } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";

const looks = {
  primary: "px-5 bg-garden text-on-garden hover:bg-garden-strong border-transparent",
  secondary: "px-5 bg-surface text-ink border-line-strong hover:bg-raised",
  // Words only: they stand in line with the text around them.
  quiet: "bg-transparent text-garden border-transparent underline underline-offset-4 hover:text-garden-strong",
  danger: "px-5 bg-surface text-danger border-danger hover:bg-danger-soft",
} as const;
type Look = keyof typeof looks;

function classes(look: Look, wide: boolean, extra = ""): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-full border py-2 text-center font-semibold transition-colors disabled:opacity-60 ${wide ? "w-full sm:w-auto sm:self-start" : ""} ${looks[look]} ${extra}`;
}

/** A deed. On the phone the primary one is as wide as the page (`wide`). */
export function Button({ look = "primary", wide = false, className, type = "submit", ...rest }: ComponentProps<"button"> & { look?: Look; wide?: boolean }) {
  return <button type={type} className={classes(look, wide, className)} {...rest} />;
}

/** A way to another page that looks like a deed. */
export function ButtonLink({ look = "primary", wide = false, className, ...rest }: ComponentProps<typeof Link> & { look?: Look; wide?: boolean }) {
  return <Link className={classes(look, wide, className)} {...rest} />;
}

/** Words that belong to an icon-only button, for who listens. */
export function Unseen({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
