import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** The way to another part of the site, with what is to be found there. */
export function Doorway({ to, icon, title, text }: { to: string; icon: ReactNode; title: string; text: string }) {
  return (
    <Link to={to} className="flex items-center gap-4 rounded-card border border-line bg-surface px-4 py-3 hover:bg-raised">
      {icon}
      <span className="flex-1">
        <span className="block font-semibold">{title}</span>
        <span className="block text-sm text-ink-soft">{text}</span>
      </span>
      <ChevronRight aria-hidden className="size-5 text-ink-soft" />
    </Link>
  );
}
