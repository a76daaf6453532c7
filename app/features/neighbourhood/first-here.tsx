import { Sprout } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";
import { Kinds } from "../measures/kind-picker.tsx";
import type { neighbourhoodFacts } from "./neighbourhood-facts.server.ts";

// Fewer say nothing about a neighbourhood.
const fewHomes = 10;
const common: MeasureKind[] = ["glazing", "solar_panels", "draught_proofing", "heating_balance", "green_garden", "rain_barrel"];

/** The neighbourhood's page as long as nobody shares anything with this viewer. Needs `neighbourhood` and `catalogue`. */
export function FirstHere({ facts }: { facts: Awaited<ReturnType<typeof neighbourhoodFacts>> }) {
  const t = useT("neighbourhood");
  const names = useT("catalogue");
  return (
    <>
      <section className="rounded-card bg-garden-soft p-5">
        <Sprout aria-hidden className="size-10 text-garden" />
        <h2 className="mt-2 text-2xl">{t("empty")}</h2>
        <p className="mt-2 measure text-lg">{t("emptyText")}</p>
        <h3 className="mt-5 font-semibold">{t("have")}</h3>
        <div className="mt-2">
          <Kinds kinds={common} to={(kind) => `/maatregelen/nieuw?soort=${kind}`} />
        </div>
        <p className="mt-4">
          <ButtonLink wide to="/maatregelen/nieuw">
            {t("share")}
          </ButtonLink>
        </p>
      </section>
      <Card>
        <h2 className="text-xl">{t("invite")}</h2>
        <p className="mt-1 measure">{t("inviteText")}</p>
        <p className="mt-3">
          <ButtonLink look="secondary" to="/nodig-uit">
            {t("invite")}
          </ButtonLink>
        </p>
      </Card>
      {facts.homes >= fewHomes ? (
        <p className="text-ink-soft">
          {t("facts", { homes: facts.homes })} {facts.type && facts.type !== "unknown" ? t("factsKind", { kind: names(`dwellingTypes.${facts.type}`) }) : null}{" "}
          {facts.from && facts.to ? t("factsYears", { from: facts.from, to: facts.to }) : null} {t("factsSource")}
        </p>
      ) : null}
    </>
  );
}
