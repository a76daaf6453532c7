import { data, type LoaderFunctionArgs, type MetaFunction, type SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { LiveNews } from "../features/live/live-news.tsx";
import { useLive } from "../features/live/use-live.ts";
import { AnswerDeeds } from "../features/questions/answer-deeds.tsx";
import { AnswerForm } from "../features/questions/answer-form.tsx";
import { AnswersPart } from "../features/questions/answers-part.tsx";
import { ClaimsPart } from "../features/questions/claims-part.tsx";
import { FollowForm } from "../features/questions/follow-form.tsx";
import { NotSharedYet } from "../features/questions/not-shared-yet.tsx";
import { StateMark } from "../features/questions/question-card.tsx";
import { Deciding, FindingOut, Parked, PointsOn } from "../features/questions/question-deeds.tsx";
import { LeftOfQuestion } from "../features/questions/left-of-question.tsx";
import { leftOfQuestion, questionPage } from "../features/questions/question-page.server.ts";
import { QuestionView } from "../features/questions/question-view.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { ItemFooter } from "../features/sharing/item-footer.tsx";
import { ItemStatus } from "../features/sharing/item-status.tsx";
import { OwnerActions } from "../features/sharing/owner-actions.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const words = wordsFor(resident.locale, "questions", "measures", "catalogue");
  const page = await asViewer(resident, (tx) => questionPage(tx, resident, args.params.id));
  if (page) return { ...words, title: page.question.title, left: null, ...page };
  const left = await asViewer(resident, (tx) => leftOfQuestion(tx, resident, args.params.id));
  if (left) return data({ ...words, title: serverT(resident.locale, "questions")("page.goneTitle"), left }, 410);
  throw notFound();
}

export default function QuestionOrWhatIsLeft() {
  const shown = useLoaderData<typeof loader>();
  return shown.left ? <LeftOfQuestion answers={shown.left} /> : <Question {...shown} />;
}

type Shown = Extract<SerializeFrom<typeof loader>, { left: null }>;

function Question({ question, answers, gone, merged, claims, parking, into, primary, mayDecide, newId, consent }: Shown) {
  const t = useT("questions");
  const person = usePersonName();
  const path = `/vragen/${question.id}`;
  const goneWhileTyping = useLive("question", question.id);
  const asked = !question.withdrawnAt && question.sharedAt !== null && !into;
  return (
    <Page title={<span className="break-words">{question.title}</span>} intro={question.own ? t("page.own") : t("page.of", { name: person(question, true) })} back={{ to: "/vragen", words: t("page.back") }}>
      <p className="-mt-4">
        <StateMark state={question.state} />
      </p>
      <ItemStatus item={question} path={path} />
      <PointsOn into={into} path={path} />
      <Parked parking={parking} path={path} mayDecide={mayDecide} />
      <QuestionView question={question} />
      {merged.map((each) => (
        <p key={each.id} className="text-ink-soft">
          {t("merge.together", { title: each.title })}
        </p>
      ))}
      {question.own && question.sharedAt === null && !question.withdrawnAt ? <NotSharedYet path={path} /> : null}
      <ClaimsPart claims={claims} claimed={question.state === "claimed"} />
      <AnswersPart answers={answers} gone={gone} own={question.own} deeds={(answer) => <AnswerDeeds answer={answer} toOwnQuestion={question.own && answer.questionId === question.id} primary={primary === answer.id} />} />
      <LiveNews count={answers.filter(({ own }) => !own).length} words={(count) => t("page.news", { count })} />
      {asked ? <FindingOut state={question.state} path={path} mine={claims.some(({ mine }) => mine)} primary={primary === "outcome"} /> : null}
      {asked ? <AnswerForm action={`${path}/antwoord`} newId={newId} consent={consent} primary={primary === "answer"} gone={goneWhileTyping} /> : null}
      {asked ? <FollowForm path={path} following={question.following} /> : null}
      {asked && mayDecide ? <Deciding path={path} parked={parking !== null} merged={merged.length > 0} /> : null}
      {question.own && !question.withdrawnAt ? (
        <OwnerActions
          audience={question.audience}
          path={path}
          changes={[
            { to: `${path}/wijzigen`, words: t("page.change") },
            { to: `${path}/foto`, words: t(question.photo ? "photo.title" : "photo.add") },
          ]}
        />
      ) : null}
      <ItemFooter item={question} path={path} />
    </Page>
  );
}
