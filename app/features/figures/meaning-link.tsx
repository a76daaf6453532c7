import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";

/** From the choice of a kind to what it could mean for the own home. Needs `figures`. */
export function MeaningLink({ kind }: { kind: MeasureKind }) {
  const t = useT("figures");
  return (
    <Link to={`/mijn-huis/maatregel/${kind}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
      {t("meaning.link")}
    </Link>
  );
}
