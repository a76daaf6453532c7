import { Link } from "@remix-run/react";
import { Sprout } from "lucide-react";
import { useT } from "../../i18n/use-t.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";
import { KindTile } from "../measures/kind-tile.tsx";
import type { neighbourhoodFacts } from "./neighbourhood-facts.server.ts";

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
        <ul className="mt-2 grid grid-cols-2 gap-2 sm:grid-cols-3">
          {common.map((kind) => (
            <li key={kind}>
              <Link
                to={`/maatregelen/nieuw?soort=${kind}`}
                className="flex h-full items-center gap-2 rounded-xl bg-surface p-2 leading-snug font-semibold hyphens-auto hover:outline-2 hover:outline-garden"
              >
                <KindTile kind={kind} />
                {names(`kinds.${kind}`)}
              </Link>
            </li>
          ))}
        </ul>
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
      {facts.homes > 0 ? (
        <p className="text-ink-soft">
          {t("facts", { homes: facts.homes })} {facts.type && facts.type !== "unknown" ? t("factsKind", { kind: names(`dwellingTypes.${facts.type}`) }) : null}{" "}
          {facts.from && facts.to ? t("factsYears", { from: facts.from, to: facts.to }) : null} {t("factsSource")}
        </p>
      ) : null}
    </>
  );
}
