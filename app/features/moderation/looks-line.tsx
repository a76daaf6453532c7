import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";

/** How often moderators looked at something of the own household, and where to read why. Needs `home`. */
export function LooksLine({ looks }: { looks: number }) {
  const t = useT("home");
  if (looks === 0) return null;
  return (
    <p className="text-ink-soft">
      {t("looks", { count: looks })}{" "}
      <Link to="/toestemmingen" className="text-garden underline underline-offset-4">
        {t("looksLink")}
      </Link>
    </p>
  );
}
