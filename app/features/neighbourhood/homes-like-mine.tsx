import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";

/** How many homes like mine there are and how many of them share something with me. Needs `home`. */
export function HomesLikeMine({ alike }: { alike: { alike: number; sharing: number } | null }) {
  const t = useT("home");
  return (
    <Card tone="garden">
      <h2 className="text-xl">{t("alike")}</h2>
      <p className="mt-2 text-lg">
        {alike === null ? t("alikeUnknown") : alike.alike === 0 ? t("alikeNone") : `${t("alikeCount", { count: alike.alike })} ${t("alikeSharing", { count: alike.sharing })}`}
      </p>
      {alike ? <p className="mt-1 text-sm text-ink-soft">{t("alikeText")}</p> : null}
      {alike && alike.sharing > 0 ? (
        <p className="mt-2">
          <Link to="/kaart?zoals=mijn-huis" className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
            {t("alikeMap")}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
