import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownHome } from "../features/households/own-home.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { StepsLine } from "../ui/fields.tsx";
import { Facts, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "join");
  const home = await asViewer(resident, (tx) => ownHome(tx, resident));
  const source = home.sourceDate ? t("welcome.source", { date: dayInWords(new Date(home.sourceDate), resident.locale) }) : t("welcome.sourceNoDate");
  return { ...wordsFor(resident.locale, "join"), title: t("welcome.homeTitle"), home, source, neighbourhood: resident.neighbourhoodName };
}

export default function Welcome() {
  const t = useT("join");
  const { title, home, source, neighbourhood } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("welcome.homeIntro")}>
      <StepsLine step={1} of={4} />
      <Facts
        facts={[
          { name: t("welcome.address"), value: home.line, note: `${home.postcode} ${home.place}` },
          { name: t("welcome.neighbourhood"), value: neighbourhood },
          { name: t("welcome.kind"), value: t(`welcome.kinds.${home.kind}`) },
          { name: t("welcome.builtYear"), value: home.builtYear ?? t("welcome.unknown"), note: source },
          { name: t("welcome.area"), value: home.areaM2 ? `${home.areaM2} m²` : t("welcome.unknown"), note: source },
        ]}
      />
      <p className="measure text-ink-soft">{t("welcome.notRight")}</p>
      <ButtonLink wide to="/welkom/meedoen" className="self-start">
        {t("welcome.next")}
      </ButtonLink>
    </Page>
  );
}
