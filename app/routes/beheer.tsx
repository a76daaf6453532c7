import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireModerator } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { SectionNav } from "../ui/section-nav.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  return wordsFor(moderator.locale, "moderation", "reports");
}

export default function Moderation() {
  const t = useT("moderation");
  return (
    <>
      <SectionNav
        label={t("nav.label")}
        pages={[
          { to: "/beheer", words: t("nav.overview"), end: true },
          { to: "/beheer/brieven", words: t("nav.letters") },
          { to: "/beheer/adressen", words: t("nav.addresses") },
          { to: "/aan-de-deur", words: t("nav.door") },
          { to: "/beheer/meldingen", words: t("nav.reports"), with: ["/beheer/bezwaren"] },
          { to: "/beheer/mededelingen", words: t("nav.announcements") },
          { to: "/beheer/kijkroutes", words: t("nav.routes") },
          { to: "/beheer/inkopen", words: t("nav.purchases") },
          { to: "/beheer/wachtlijst", words: t("nav.waiting") },
          { to: "/beheer/cijfers", words: t("nav.figures") },
          { to: "/beheer/hulp", words: t("nav.help") },
          { to: "/beheer/rollen", words: t("nav.roles") },
          { to: "/beheer/gegevens", words: t("nav.data") },
          { to: "/beheer/bewaartermijnen", words: t("nav.erased") },
        ]}
      />
      <Outlet />
    </>
  );
}
