import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";

/** The way to what was reported: to its own page for a neighbour who sees it anyway, else to the question why. Needs `moderation`. */
export function LookAtItem({ path, asNeighbour, decided }: { path: string; asNeighbour: string | null; decided: boolean }) {
  const t = useT("moderation");
  return (
    <Section title={t("report.lookTitle")}>
      <p className="measure">{asNeighbour ? t("report.lookAsNeighbour") : t("report.lookText")}</p>
      <p>
        {asNeighbour ? (
          <Link to={asNeighbour} className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
            {t("report.asNeighbour")}
          </Link>
        ) : (
          <ButtonLink look={decided ? "secondary" : "primary"} to={`${path}/bekijken`}>
            {t("report.look")}
          </ButtonLink>
        )}
      </p>
    </Section>
  );
}
