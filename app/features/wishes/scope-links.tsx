import { Link } from "@remix-run/react";
import { ChevronRight, House, Users } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";

/** For whom a new wish is: the own home or the neighbourhood. Needs `wishes`. */
export function ScopeLinks() {
  const t = useT("wishes");
  const scopes = [
    { to: "?voor=huis", icon: House, title: t("new.home"), hint: t("new.homeHint") },
    { to: "?voor=buurt", icon: Users, title: t("new.neighbourhood"), hint: t("new.neighbourhoodHint") },
  ];
  return (
    <ul className="flex flex-col gap-3">
      {scopes.map(({ to, icon: Icon, title, hint }) => (
        <li key={to}>
          <Link to={to} className="flex items-center gap-4 rounded-card border border-line-strong bg-surface p-4 hover:border-garden hover:bg-garden-soft">
            <span aria-hidden className="grid size-14 shrink-0 place-items-center rounded-xl bg-garden-soft text-garden">
              <Icon className="size-8" />
            </span>
            <span className="flex-1">
              <span className="block font-heading text-lg font-semibold">{title}</span>
              <span className="block text-ink-soft">{hint}</span>
            </span>
            <ChevronRight aria-hidden className="size-6 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
