import { DoorOpen } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Doorway } from "../neighbourhood/doorway.tsx";

/** From a measure to the opening where a neighbour shows it, or to opening the own door for it. Needs `visits`. */
export function ComeAndLook({ opening, own }: { opening: string | null; own: string | null }) {
  const t = useT("visits");
  const icon = <DoorOpen aria-hidden className="size-6 shrink-0 text-garden" />;
  if (own) return <Doorway to={`/kijkjes/nieuw?maatregel=${own}`} icon={icon} title={t("entry.own")} text={t("entry.ownText")} />;
  return opening ? <Doorway to={`/kijkjes/${opening}`} icon={icon} title={t("entry.link")} text={t("entry.linkText")} /> : null;
}
