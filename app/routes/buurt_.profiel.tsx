import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChartNoAxesColumn } from "lucide-react";
import type { StoryIndicator } from "../../db/schema/choices.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { Compared } from "../features/neighbourhood/profile/compared.tsx";
import { GridCard } from "../features/neighbourhood/profile/grid-card.tsx";
import { GroupCard } from "../features/neighbourhood/profile/group-card.tsx";
import { HomesPart } from "../features/neighbourhood/profile/homes-part.tsx";
import { LabelsPart } from "../features/neighbourhood/profile/labels-part.tsx";
import { neighbourhoodProfile } from "../features/neighbourhood/profile/neighbourhood-profile.server.ts";
import { NumbersCard } from "../features/neighbourhood/profile/numbers-card.tsx";
import { YearsCard } from "../features/neighbourhood/profile/years-card.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { loadedSources } from "../features/sources/loaded-sources.server.ts";
import { agenda } from "../features/stories/agenda.server.ts";
import { AgendaPart } from "../features/stories/agenda-part.tsx";
import { ToldBeside } from "../features/stories/told-beside.tsx";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { profile, told } = await asViewer(resident, async (tx) => ({ profile: await neighbourhoodProfile(tx, resident.neighbourhoodCode), told: await agenda(tx, resident) }));
  const labels = (await loadedSources()).find(({ kind }) => kind === "ep-online");
  const name = resident.neighbourhoodName;
  return { ...wordsFor(resident.locale, "profile", "stories", "catalogue"), title: serverT(resident.locale, "profile")("title", { name }), name, labelDate: labels?.sourceDate ?? null, told, ...profile };
}

const cards = "grid items-start gap-4 lg:grid-cols-2";

export default function Profile() {
  const t = useT("profile");
  const words = useT("stories");
  const { title, name, homes, labels, labelDate, grid, figures, told } = useLoaderData<typeof loader>();
  const beside = (indicator: StoryIndicator) => <ToldBeside indicator={indicator} items={told.items} />;
  return (
    <Page wide title={title} intro={t("intro")} back={{ to: "/buurt", words: t("back") }}>
      <p className="-mt-4">
        <a href="#buurtagenda" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {words("agenda.jump")}
        </a>
      </p>
      <div className="flex flex-col gap-10">
        <HomesPart name={name} homes={homes} told={{ type: beside("dwelling_types"), period: beside("building_periods") }} />
        {figures ? (
          <Section title={t("people.title")}>
            <Compared areas={figures.areas} />
            <div className={cards}>
              <NumbersCard areas={figures.areas} figures={figures.numbers} told={beside("in_short")} />
              <GroupCard group="households" areas={figures.areas} figures={figures.households} told={beside("households")} />
              <GroupCard group="ages" areas={figures.areas} figures={figures.ages} told={beside("ages")} />
              <GroupCard group="ownership" areas={figures.areas} figures={figures.ownership} told={beside("ownership")} />
            </div>
          </Section>
        ) : (
          <EmptyState icon={<ChartNoAxesColumn />} title={t("noFigures.title")}>
            <p>{t("noFigures.text")}</p>
          </EmptyState>
        )}
        {figures || grid.length > 0 ? (
          <Section title={t("use.title")}>
            <div className={cards}>
              {figures ? <YearsCard indicator="gas" areas={figures.areas} years={figures.gas} told={beside("gas")} /> : null}
              {figures ? <YearsCard indicator="electricity" areas={figures.areas} years={figures.electricity} told={beside("electricity")} /> : null}
            </div>
            <GridCard use={grid} told={beside("grid_use")} />
          </Section>
        ) : null}
        <LabelsPart streets={labels} date={labelDate} told={beside("labels")} />
        <AgendaPart {...told} />
        <Section title={t("not.title")}>
          <p className="measure">{t("not.text")}</p>
          <p>
            <Link to="/bronnen" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {t("not.sources")}
            </Link>
          </p>
        </Section>
      </div>
    </Page>
  );
}
