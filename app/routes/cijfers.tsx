import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { ChartNoAxesColumn, ShieldCheck } from "lucide-react";
import { PublicityLog } from "../features/insights/desk/publicity-log.tsx";
import { PostList } from "../features/posts/post-list.tsx";
import { mayReportPost } from "../features/posts/may-report-post.ts";
import { figuresPage } from "../features/insights/published/figures-page.server.ts";
import { ReleaseView, ThroughTime } from "../features/insights/published/release-view.tsx";
import { useReleaseWords } from "../features/insights/release-words.ts";
import { Downloads } from "../features/insights/published/topic-card.tsx";
import { allowEveryone, currentViewer, isResident } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { chosenLocale } from "../i18n/locale.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/fields.tsx";
import { Card, EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const viewer = await currentViewer(args);
  const locale = viewer?.locale ?? chosenLocale(args.request);
  const { searchParams } = new URL(args.request.url);
  const { missing, ...page } = await figuresPage(viewer, searchParams.get("buurt") || null, searchParams.get("naast") || null);
  if (missing) throw notFound();
  const name = page.releases.at(-1)?.areaName;
  const t = serverT(locale, "releases");
  return { ...wordsFor(locale, "releases", "catalogue"), title: name ? t("titleOf", { area: name }) : t("title"), name: name ?? null, everybody: viewer === null, ...page, mayReport: page.posts.filter((post) => viewer && isResident(viewer) && mayReportPost(post, viewer)).map(({ id }) => id) };
}

export default function Figures() {
  const { t, area, quarter } = useReleaseWords();
  const day = useDay();
  const { title, name, everybody, areas, chosen, releases, beside, isPublic, log, posts, mayReport, publicity, memberNames } = useLoaderData<typeof loader>();
  const other = beside.at(-1);
  return (
    <Page wide title={title} intro={t("intro")}>
      <Card tone="sky">
        <div className="flex flex-col gap-2">
          <p className="measure">{t("error")} {t("allSame")}</p>
          <Link to="/cijfers/bescherming" className="inline-flex min-h-11 items-center gap-2 self-start font-semibold text-garden underline underline-offset-4">
            <ShieldCheck aria-hidden className="size-5" />
            {t("protect")}
          </Link>
        </div>
      </Card>
      {areas.length > 1 ? (
        <Form method="get" className="flex flex-wrap items-end gap-4">
          <SelectField label={t("chooseArea")} name="buurt" defaultValue={chosen ?? undefined} key={chosen}>
            {areas.map((one) => <option key={one.area} value={one.area}>{area(one.area, one.areaName)}</option>)}
          </SelectField>
          <SelectField label={t("beside")} name="naast" defaultValue={other?.area ?? ""} key={`beside ${other?.area}`}>
            <option value="">{t("besideNone")}</option>
            {areas.filter((one) => one.area !== chosen).map((one) => <option key={one.area} value={one.area}>{area(one.area, one.areaName)}</option>)}
          </SelectField>
          <Button look="secondary">{t("show")}</Button>
        </Form>
      ) : null}
      {chosen && name ? (
        <>
          {chosen.startsWith("WK") && memberNames.length > 0 ? <p className="measure">{t("ofDistrict", { list: memberNames.join(", ") })}</p> : null}
          {releases.at(-1)!.form === "yes_no" ? <p className="measure">{t("yesNoForm")}</p> : null}
          {other ? <p className="measure">{t("compared", { area: area(other.area, other.areaName) })}</p> : null}
          <ReleaseView releases={releases} beside={beside} />
          <ThroughTime releases={releases} />
          <Section title={t("all", { area: name })}>
            <p className="measure">{isPublic ? t("isPublic") : t("isNotPublic")} {t("mostSix")} {t("budgetStop")}</p>
            <Downloads area={chosen} what={t("all", { area: name })} />
          </Section>
        </>
      ) : (
        <EmptyState icon={<ChartNoAxesColumn />} title={everybody ? t("noneOpen") : t("none")}>
          {everybody ? t("noneOpenText") : t("noneText")}
        </EmptyState>
      )}
      {everybody ? null : (
        <Section title={t("posts.title")}>
          <PostList posts={posts} deeds={({ id }) => (mayReport.includes(id) ? [{ to: `/toezeggingen/${id}/melden`, words: t("posts.report") }] : [])} />
        </Section>
      )}
      {log.length > 0 ? (
        <Section title={t("log")}>
          <ul className="list-disc pl-5">
            {log.map((line) => <li key={line.id}>{day(line.at)}. {t("logLine", { deed: t(`deeds.${line.deed}`), area: line.areaName, quarter: quarter(line.quarter) })}</li>)}
          </ul>
        </Section>
      ) : null}
      <PublicityLog lines={publicity} />
    </Page>
  );
}
