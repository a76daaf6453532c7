import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";

/** That texts have changed which somebody said yes to, and where to read what; nothing where none did. Needs `home`. */
export function WaitingTextsLine({ count }: { count: number }) {
  const t = useT("home");
  if (count === 0) return null;
  return (
    <p className="text-ink-soft">
      {t("newerTexts", { count })} {t("newerTextsText")}{" "}
      <Link to="/toestemmingen" className="text-garden underline underline-offset-4">
        {t("newerTextsLink")}
      </Link>
    </p>
  );
}
