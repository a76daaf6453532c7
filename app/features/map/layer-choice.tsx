import { Link } from "@remix-run/react";
import { Check, Layers } from "lucide-react";
import { useRef } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { mapUrl } from "./filters.ts";
import { layerNames, layerOf, type PublicLayer } from "./public-layers.ts";

/** Which public facts the map is coloured by: one of them or none, each a link that keeps everything else. */
export function LayerChoice({ chosen, query }: { chosen: PublicLayer | null; query: URLSearchParams }) {
  const t = useT("map");
  const fold = useRef<HTMLDetailsElement>(null);
  // Who has chosen looks at the map, and goes on from the button by keyboard.
  const close = () => {
    if (!fold.current) return;
    fold.current.open = false;
    fold.current.querySelector("summary")?.focus({ preventScroll: true });
  };
  return (
    <details ref={fold} className="group/layers shrink-0">
      <summary
        className={`flex min-h-11 list-none items-center gap-2 rounded-full border px-4 font-semibold shadow-sm group-open/layers:bg-garden group-open/layers:text-on-garden [&::-webkit-details-marker]:hidden ${chosen ? "border-garden bg-garden-soft" : "border-line-strong bg-surface"}`}
      >
        <Layers aria-hidden className="size-5" />
        {chosen ? t("layers.on", { name: t(`layers.${chosen}.name`) }) : t("layers.open")}
      </summary>
      <nav aria-label={t("layers.title")} className="map-filters flex flex-col gap-3 rounded-card border border-line bg-surface p-4 shadow-lg">
        <h2 className="text-lg">{t("layers.title")}</h2>
        <p className="text-sm text-ink-soft">{t("layers.about")}</p>
        <ul className="flex flex-col gap-2">
          {[null, ...layerNames].map((name) => {
            const layer = name && layerOf(name);
            const on = layer === chosen;
            return (
              <li key={name}>
                <Link
                  to={mapUrl(query, { laag: name })}
                  preventScrollReset
                  onClick={close}
                  aria-current={on ? "true" : undefined}
                  className={`flex min-h-11 items-center justify-between gap-3 rounded-card border px-4 ${on ? "border-garden bg-garden-soft font-semibold" : "border-line-strong"}`}
                >
                  {layer ? t(`layers.${layer}.name`) : t("layers.none")}
                  {on ? <Check aria-hidden className="size-5" /> : null}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </details>
  );
}
