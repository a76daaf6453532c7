import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChartNoAxesColumn } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import type { AreaName } from "../features/neighbourhood/profile/areas-here.server.ts";
import { GridCard } from "../features/neighbourhood/profile/grid-card.tsx";
import { GroupCard } from "../features/neighbourhood/profile/group-card.tsx";
import { HomesPart } from "../features/neighbourhood/profile/homes-part.tsx";
import { LabelsPart } from "../features/neighbourhood/profile/labels-part.tsx";
import { neighbourhoodProfile } from "../features/neighbourhood/profile/neighbourhood-profile.server.ts";
import { NumbersCard } from "../features/neighbourhood/profile/numbers-card.tsx";
import { YearsCard } from "../features/neighbourhood/profile/years-card.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { loadedSources } from "../features/sources/loaded-sources.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const profile = await asViewer(resident, (tx) => neighbourhoodProfile(tx, resident.neighbourhoodCode));
  const labels = (await loadedSources()).find(({ kind }) => kind === "ep-online");
  const name = resident.neighbourhoodName;
  return { ...wordsFor(resident.locale, "profile", "catalogue"), title: serverT(resident.locale, "profile")("title", { name }), name, labelDate: labels?.sourceDate ?? null, ...profile };
}

const cards = "grid items-start gap-4 lg:grid-cols-2";

export default function Profile() {
  const t = useT("profile");
  const { title, name, homes, labels, labelDate, grid, figures } = useLoaderData<typeof loader>();
  return (
    <Page wide title={title} intro={t("intro")} back={{ to: "/buurt", words: t("back") }}>
      <div className="flex flex-col gap-10">
        <HomesPart name={name} homes={homes} />
        {figures ? (
          <Section title={t("people.title")}>
            <Compared areas={figures.areas} />
            <div className={cards}>
              <NumbersCard areas={figures.areas} figures={figures.numbers} />
              <GroupCard group="households" areas={figures.areas} figures={figures.households} />
              <GroupCard group="ages" areas={figures.areas} figures={figures.ages} />
              <GroupCard group="ownership" areas={figures.areas} figures={figures.ownership} />
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
              {figures ? <YearsCard indicator="gas" areas={figures.areas} years={figures.gas} /> : null}
              {figures ? <YearsCard indicator="electricity" areas={figures.areas} years={figures.electricity} /> : null}
            </div>
            <GridCard use={grid} />
          </Section>
        ) : null}
        <LabelsPart streets={labels} date={labelDate} />
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

function Compared({ areas }: { areas: AreaName[] }) {
  const t = useT("profile");
  const district = areas.find(({ level }) => level === "district")?.name;
  const municipality = areas.find(({ level }) => level === "municipality")?.name;
  const words = district && municipality ? t("people.comparedBoth", { district, municipality }) : district ? t("people.comparedDistrict", { name: district }) : municipality ? t("people.comparedMunicipality", { name: municipality }) : null;
  return words ? <p className="-mt-2">{words}</p> : null;
}
