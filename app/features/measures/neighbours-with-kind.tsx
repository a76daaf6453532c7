import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import type { MeasureKind } from "./catalogue.ts";
import type { InWords } from "./in-words.server.ts";

/** What neighbours who did this tell of it: in homes like the own one, and in the neighbourhood. Needs `figures` and `catalogue`. */
export function NeighboursWithKind({ kind, alike, here }: { kind: MeasureKind; alike: InWords | null; here: InWords }) {
  const t = useT("figures");
  return (
    <Section title={t("neighbours.title")}>
      {here.count === 0 ? (
        <p className="measure">{t("neighbours.none")}</p>
      ) : (
        <>
          {alike ? <Told title={t("neighbours.alike")} told={alike} /> : null}
          <Told title={t("neighbours.here")} told={here} />
          <p className="measure text-sm text-ink-soft">{t("neighbours.note")}</p>
          <p>
            <Link to={`/kaart?weergave=lijst&soort=${kind}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {t("neighbours.see")}
            </Link>
          </p>
        </>
      )}
    </Section>
  );
}

/** What some neighbours told, counted. Needs `figures`. */
export function Told({ title, told: { count, cost, content } }: { title: string; told: InWords }) {
  const t = useT("figures");
  const unsaid = [t("neighbours.unsaid")];
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      {count === 0 ? (
        <p className="text-ink-soft">{t("neighbours.noneAlike")}</p>
      ) : (
        <Facts
          facts={[
            { name: t("neighbours.did"), value: t("neighbours.count", { count }) },
            { name: t("neighbours.cost"), value: <Lines lines={cost.length > 0 ? cost : unsaid} /> },
            { name: t("neighbours.content"), value: <Lines lines={content.length > 0 ? content : unsaid} /> },
          ]}
        />
      )}
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}
