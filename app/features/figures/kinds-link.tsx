import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";

/** To what every kind of measure could mean for the own home. Needs `figures`. */
export function KindsLink() {
  const t = useT("figures");
  return (
    <Link to="/mijn-huis/maatregelen" className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
      {t("kinds.link")}
    </Link>
  );
}
