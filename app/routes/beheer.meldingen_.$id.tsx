import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { AroundReport } from "../features/moderation/around-report.tsx";
import { aroundReport } from "../features/moderation/around-report.server.ts";
import { DecideLinks } from "../features/moderation/decide-links.tsx";
import { LookAtItem } from "../features/moderation/look-at-item.tsx";
import { ReportDecision } from "../features/moderation/report-decision.tsx";
import { reportedPost } from "../features/moderation/reported-post.server.ts";
import { ReportedPost } from "../features/moderation/reported-post.tsx";
import { moderatedReport } from "../features/moderation/reports.server.ts";
import { seenAsNeighbour } from "../features/moderation/seen-as-neighbour.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Facts, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const found = await asViewer(moderator, async (tx) => {
    const report = await moderatedReport(tx, moderator, id);
    return report && { report, around: await aroundReport(tx, id), asNeighbour: await seenAsNeighbour(tx, { report: id }), post: await reportedPost(tx, { report: id }) };
  });
  if (!found) throw notFound();
  const title = serverT(moderator.locale, "moderation")("report.title", { receipt: found.report.receipt });
  return { ...wordsFor(moderator.locale, "catalogue", "releases"), title, ...found };
}

export default function Report() {
  const t = useT("moderation");
  const words = useT("reports");
  const day = useDay();
  const { report, around, asNeighbour, post, title } = useLoaderData<typeof loader>();
  return (
    <Page title={title} back={{ to: "/beheer/meldingen", words: t("report.back") }}>
      <Facts
        facts={[
          { name: t("report.category"), value: words(`categories.${report.category}`) },
          { name: t("report.about"), value: <span className="inline-block first-letter:uppercase">{t(`subject.${report.subjectKind}`)}</span> },
          { name: t("report.neighbourhood"), value: report.neighbourhoodName },
          { name: t("report.date"), value: day(report.createdAt) },
          { name: t("report.note"), value: report.note ?? t("report.noNote") },
        ]}
      />
      <AroundReport around={around} />
      {post ? <ReportedPost post={post} /> : <LookAtItem path={`/beheer/meldingen/${report.id}`} asNeighbour={asNeighbour} decided={report.closedAt !== null} />}
      {report.closedAt ? (
        <ReportDecision report={report} closedAt={report.closedAt} />
      ) : (
        <DecideLinks id={report.id} />
      )}
    </Page>
  );
}
