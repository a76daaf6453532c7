import { useId } from "react";
import { useT } from "../../../i18n/use-t.tsx";
import type { ShareClass, ShareMap } from "./share-map.ts";

const shades: Record<ShareClass, string> = { low: "20%", middle: "42%", high: "66%", highest: "92%", unknown: "0%" };
const fill = (of: ShareClass, stripes: string) => (of === "unknown" ? `url(#${stripes})` : `color-mix(in oklab, var(--garden) ${shades[of]}, var(--surface))`);
const classes = ["low", "middle", "high", "highest", "unknown"] as const;

/** Neighbourhoods by the part of their homes that is counted, as it is published; the table beside it says the same. Needs `figureDesk`. */
export function MunicipalityMap({ map }: { map: ShareMap }) {
  const t = useT("figureDesk");
  const id = useId();
  const stripes = `${id}stripes`.replaceAll(":", "");
  const said = (share: ShareMap["shapes"][number]["share"]) => (share.percent === null ? t("gemeente.ranges.unknown") : t("gemeente.share", { percent: share.percent }));
  return (
    <figure className="flex flex-col gap-3">
      <svg role="img" aria-labelledby={`${id}-title ${id}-list`} viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`} className="max-h-[28rem] w-full rounded-card border border-line bg-surface">
        <title id={`${id}-title`}>{t("gemeente.mapLabel")}</title>
        <desc id={`${id}-list`}>{map.shapes.map(({ name, share }) => `${name}: ${said(share)}`).join("; ")}</desc>
        <defs>
          <pattern id={stripes} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="14" height="14" fill="var(--surface)" />
            <line x1="0" y1="0" x2="0" y2="14" stroke="var(--line-strong)" strokeWidth="5" />
          </pattern>
        </defs>
        {map.shapes.map(({ code, name, share, path }) => (
          <path key={code} d={path} fill={fill(share.class, stripes)} fillRule="evenodd" stroke="var(--ink)" strokeWidth="2" vectorEffect="non-scaling-stroke">
            <title>{`${name}: ${said(share)}`}</title>
          </path>
        ))}
        {map.shapes.map(({ code, name, label }) =>
          label ? (
            <text key={code} x={label.x} y={label.y} textAnchor="middle" dominantBaseline="middle" fill="var(--ink)" stroke="var(--surface)" strokeWidth="5" paintOrder="stroke" strokeLinejoin="round" className="text-[44px] font-semibold lg:text-[22px]">
              {name}
            </text>
          ) : null,
        )}
      </svg>
      <figcaption className="flex flex-col gap-2 text-sm">
        <ul aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 text-ink-soft">
          {classes.map((one) => (
            <li key={one} className="flex items-center gap-2">
              <svg width="22" height="16" className="shrink-0">
                <rect width="22" height="16" rx="3" fill={fill(one, stripes)} stroke="var(--ink)" />
              </svg>
              {t(`gemeente.ranges.${one}`)}
            </li>
          ))}
        </ul>
        <span className="measure text-ink-soft">{t("gemeente.mapText")}</span>
      </figcaption>
    </figure>
  );
}
