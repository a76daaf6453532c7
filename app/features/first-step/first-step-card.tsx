import { Form, Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";
import { KindTile } from "../measures/kind-tile.tsx";
import type { Correction } from "../own-home/correction.ts";
import type { FirstStep, Home } from "./first-step.ts";

type Suggestion = { step: FirstStep | null; wished: boolean; aside: MeasureKind[] };

/** One step that fits the own home, why, and the way to put it aside. Needs `firstStep` and `catalogue`. */
export function FirstStepCard({ suggestion: { step, wished, aside }, home, own }: { suggestion: Suggestion; home: Home; own: Correction | null }) {
  const t = useT("firstStep");
  const names = useT("catalogue");
  return (
    <Card>
      <h2 className="text-xl">{t("title")}</h2>
      {step ? (
        <>
          <div className="mt-3 flex items-start gap-3">
            <KindTile kind={step.kind} />
            <div className="min-w-0">
              <h3 className="text-lg wrap-anywhere hyphens-auto">{names(`kinds.${step.kind}`)}</h3>
              <p>{t(`stages.${step.stage}`)}</p>
            </div>
          </div>
          <div className="mt-2 flex flex-wrap items-center gap-x-5">
            <Link to={`/mijn-huis/maatregel/${step.kind}`} className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
              {t("see")}
            </Link>
            <Form method="post" action={`/mijn-huis/stap/${step.kind}/opzij`}>
              <Button look="quiet" className="font-normal" aria-label={t("notForMeOf", { kind: names(`kinds.${step.kind}`) })}>
                {t("notForMe")}
              </Button>
            </Form>
          </div>
          <Why step={step} wished={wished} home={home} own={own} />
        </>
      ) : (
        <p className="mt-2 measure">{t("none")}</p>
      )}
      {aside.length > 0 ? <Aside kinds={aside} /> : null}
    </Card>
  );
}

/** The reasons, in the order in which they decided. */
function Why({ step: { kind, stage, has, year, label, alike }, wished, home, own }: { step: FirstStep; wished: boolean; home: Home; own: Correction | null }) {
  const t = useT("firstStep");
  const names = useT("catalogue");
  const from = (said: unknown, register: "bag" | "epOnline") => t(said ? "you" : register);
  const type = home.dwellingType && home.dwellingType !== "unknown" ? names(`dwellingTypes.${home.dwellingType}`) : null;
  const about = kind === "cavity_insulation" ? "cavity" : kind === "facade_insulation" ? "facade" : "insulatedYear";
  const reasons = [
    t("order"),
    type ? t("type", { type, from: t(own?.dwellingType ? "you" : "derived") }) : t("typeUnknown"),
    home.dwellingType === "flat" && stage !== "tighten" ? t("flat") : null,
    year === null ? null : t(about, { year, from: from(own?.builtYear, "bag") }),
    label === null ? null : t("insulatedLabel", { label, from: from(own?.energyClass, "epOnline") }),
    has.length > 0 ? t("has", { kinds: has.map((each) => names(`kinds.${each}`)).join(", ") }) : null,
    wished ? t("wished") : null,
    alike === null ? null : t("alike", { count: alike }),
    t("notAdvice"),
  ];
  return (
    <details className="mt-1">
      <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("why")}</summary>
      <ol className="measure flex list-decimal flex-col gap-2 pl-5 text-sm">
        {reasons.filter(Boolean).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ol>
    </details>
  );
}

/** What was put aside, each with the way back. */
function Aside({ kinds }: { kinds: MeasureKind[] }) {
  const t = useT("firstStep");
  const names = useT("catalogue");
  return (
    <details className="mt-1">
      <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("aside")}</summary>
      <ul className="flex flex-col text-sm">
        {kinds.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center gap-x-3">
            {names(`kinds.${kind}`)}
            <Form method="post" action={`/mijn-huis/stap/${kind}/terug`}>
              <Button look="quiet" aria-label={t("backOf", { kind: names(`kinds.${kind}`) })}>
                {t("back")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
