import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { moderatedAppeal } from "../features/moderation/appeals.server.ts";
import { HouseRuleLine } from "../features/moderation/house-rule-line.tsx";
import { houseRule } from "../features/moderation/house-rules.ts";
import { LookAtItem } from "../features/moderation/look-at-item.tsx";
import { reportedPost } from "../features/moderation/reported-post.server.ts";
import { ReportedPost } from "../features/moderation/reported-post.tsx";
import { seenAsNeighbour } from "../features/moderation/seen-as-neighbour.server.ts";
import { cooperativeOf } from "../features/neighbourhood/cooperative-of.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card, Facts, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const found = await asViewer(moderator, async (tx) => {
    const appeal = await moderatedAppeal(tx, moderator, id);
    return appeal && { appeal, asNeighbour: await seenAsNeighbour(tx, { appeal: id }), post: await reportedPost(tx, { appeal: id }), organisation: (await cooperativeOf(tx, appeal.neighbourhoodCode)).name };
  });
  if (!found) throw notFound();
  const title = serverT(moderator.locale, "moderation")("appeal.title", { date: dayInWords(found.appeal.createdAt, moderator.locale) });
  return { ...wordsFor(moderator.locale, "catalogue", "releases"), title, ...found };
}

export default function Appeal() {
  const t = useT("moderation");
  const day = useDay();
  const { title, appeal, asNeighbour, post, organisation } = useLoaderData<typeof loader>();
  const said = (text: string | null) => <span className="font-normal break-words whitespace-pre-line">{text ?? t("appeal.erased")}</span>;
  const date = day(appeal.firstDecidedAt);
  const neighbourhood = appeal.neighbourhoodName;
  return (
    <Page title={title} back={{ to: "/beheer/meldingen", words: t("appeal.back") }}>
      <Facts
        facts={[
          { name: t("appeal.first"), value: appeal.first === "hidden" ? t("appeal.firstHidden", { date }) : t("appeal.firstKept", { date }) },
          { name: t("appeal.rule"), value: <HouseRuleLine rule={houseRule(appeal.rule, appeal.rulesVersion)} /> },
          { name: t("appeal.firstReason"), value: said(appeal.firstReason) },
          { name: t("appeal.about"), value: <span className="inline-block first-letter:uppercase">{t(`subject.${appeal.subjectKind}`)}</span> },
          { name: t("appeal.neighbourhood"), value: neighbourhood },
          { name: t("appeal.reason"), value: said(appeal.reason) },
        ]}
      />
      {post ? <ReportedPost post={post} /> : appeal.mine && !appeal.decidedAt ? null : <LookAtItem path={`/beheer/bezwaren/${appeal.id}`} asNeighbour={asNeighbour} decided={appeal.decidedAt !== null} />}
      {appeal.decidedAt ? (
        <Section title={t("appeal.decided", { date: day(appeal.decidedAt) })}>
          <p>{appeal.outcome === "overturned" ? t("appeal.overturned") : t("appeal.upheld")}</p>
          <Card>{said(appeal.answer)}</Card>
        </Section>
      ) : appeal.mine ? (
        <Card tone="sky">
          <p className="measure">{appeal.others > 0 ? t("appeal.mine", { neighbourhood }) : t("appeal.alone", { neighbourhood, organisation })}</p>
        </Card>
      ) : (
        <p>
          <ButtonLink to={`/beheer/bezwaren/${appeal.id}/besluit`}>{t("appeal.decide")}</ButtonLink>
        </p>
      )}
    </Page>
  );
}
