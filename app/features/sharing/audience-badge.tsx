import { Building2, House, Lock, type LucideIcon, MapPinned } from "lucide-react";
import type { Audience } from "../../../db/schema/people.ts";
import { useT } from "../../i18n/use-t.tsx";

export const audienceIcons: Record<Audience, LucideIcon> = { household: Lock, building: Building2, street: House, neighbourhood: MapPinned };

/** Who sees an own item. Needs the namespace `catalogue`. */
export function AudienceBadge({ audience }: { audience: Audience }) {
  const t = useT("catalogue");
  const Icon = audienceIcons[audience];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-3 py-1 text-sm ${audience === "household" ? "bg-raised text-ink-soft" : "bg-garden-soft text-ink"}`}
    >
      <Icon aria-hidden className="size-4" />
      {t(`audiences.${audience}`)}
    </span>
  );
}
