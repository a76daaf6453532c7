import { Link } from "@remix-run/react";
import { dayInWords } from "../../i18n/day.ts";
import { useNumber } from "../../i18n/use-number.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { LabelBars } from "../neighbourhood/label-bars.tsx";
import type { LayerFacts } from "./layer-facts.server.ts";
import { LayerSwatch } from "./layer-swatch.tsx";
import { useClassWords } from "./use-class-words.ts";

/** The public layer that is on as text, beside the map: the same facts, with their source and date (yyyy-mm-dd). `home` is the viewer's own street; without it no streets are named, as among the explanations of the map. */
export function LayerPart({ facts, date, home }: { facts: LayerFacts; date: string | null; home: string | null }) {
  const t = useT("map");
  const locale = useLocale();
  const source = t(`layers.${facts.layer}.source`);
  return (
    <section className="mb-5 border-b border-line pb-4" aria-label={t(`layers.${facts.layer}.name`)}>
      <h2 className="text-lg">{t(`layers.${facts.layer}.name`)}</h2>
      <p className="text-sm text-ink-soft">{t(`layers.${facts.layer}.about`)}</p>
      {facts.layer === "label" ? <p className="mt-2 text-sm text-ink-soft">{t("layers.label.bar")}</p> : <Classes {...facts} />}
      {facts.layer === "label" && home !== null ? <Streets streets={facts.streets} home={home} /> : null}
      <p className="mt-3 text-sm text-ink-soft">
        {date ? t("layers.sourceDate", { source, date: dayInWords(date, locale) }) : t("layers.source", { source })}{" "}
        <Link to={facts.layer === "type" ? "/bronnen#soort-woning" : "/bronnen"} className="text-garden underline underline-offset-4">
          {t(facts.layer === "type" ? "layers.rule" : "layers.sources")}
        </Link>
      </p>
    </section>
  );
}

function Classes({ layer, classes }: Exclude<LayerFacts, { layer: "label" }>) {
  const t = useT("map");
  const number = useNumber();
  const words = useClassWords();
  if (classes.length === 0) return <p className="mt-3">{t("layers.nothing")}</p>;
  return (
    <table className="mt-2 w-full tabular-nums">
      <thead className="text-sm text-ink-soft">
        <tr>
          <th className="sr-only">{t(`layers.${layer}.name`)}</th>
          <th className="font-normal text-right">{t("layers.buildings")}</th>
          <th className="pl-3 font-normal text-right">{t("layers.homes")}</th>
        </tr>
      </thead>
      <tbody>
        {classes.map(({ key, buildings, homes }) => (
          <tr key={key}>
            <th scope="row" className="py-0.5 text-left font-normal">
              <span className="flex items-center gap-2.5">
                <LayerSwatch layer={layer} of={key} />
                {words(layer, key)}
              </span>
            </th>
            <td className="text-right text-ink-soft">{number(buildings)}</td>
            <td className="pl-3 text-right">{number(homes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Streets({ streets, home }: { streets: Extract<LayerFacts, { layer: "label" }>["streets"]; home: string }) {
  const t = useT("map");
  const own = streets.filter(({ street }) => street === home);
  const others = streets.filter(({ street }) => street !== home);
  if (streets.length === 0) return <p className="mt-3">{t("layers.label.nothing")}</p>;
  return (
    <div className="mt-3 flex flex-col gap-3">
      {own.length > 0 ? <LabelBars streets={own} className="flex flex-col gap-4" /> : <p>{t("layers.label.notHere", { street: home })}</p>}
      {others.length > 0 ? (
        <details>
          <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("layers.label.others", { count: others.length })}</summary>
          <LabelBars streets={others} className="flex flex-col gap-4 pt-2" />
        </details>
      ) : null}
    </div>
  );
}
