import { Link } from "@remix-run/react";
import { Building2, House, Landmark, type LucideIcon, MapPinned, ShieldCheck } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { type Eyes, eyesInAddress } from "./eyes.ts";

const icons: Record<Eyes, LucideIcon> = { building: Building2, street: House, neighbourhood: MapPinned, moderator: ShieldCheck, municipality: Landmark };

/** With whose eyes the page looks, and the ways to those of others. Needs `preview`. */
export function EyesLinks({ eyes, offered }: { eyes: Eyes; offered: readonly Eyes[] }) {
  const t = useT("preview");
  return (
    <nav aria-label={t("who")}>
      <ul className="grid gap-2 sm:grid-cols-2">
        {offered.map((each) => {
          const Icon = icons[each];
          return (
            <li key={each}>
              <Link
                to={`?als=${eyesInAddress[each]}`}
                aria-current={each === eyes ? "page" : undefined}
                preventScrollReset
                className="flex min-h-11 items-center gap-2 rounded-card border border-line-strong bg-surface px-4 py-2 hover:border-garden aria-[current=page]:border-garden aria-[current=page]:bg-garden-soft aria-[current=page]:font-semibold"
              >
                <Icon aria-hidden className="size-5 shrink-0" />
                {t(`eyes.${each}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
