import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MessageCircleQuestionMark } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { KnowledgeLink } from "../features/knowledge/knowledge-link.tsx";
import { listPath, readListChoice } from "../features/questions/list-choice.ts";
import { ListFilters, ListTabs } from "../features/questions/list-filters.tsx";
import { ownHomeKind } from "../features/questions/places.server.ts";
import { QuestionCard } from "../features/questions/question-card.tsx";
import { questionList } from "../features/questions/question-list.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const choice = readListChoice(new URL(args.request.url).searchParams);
  const found = await asViewer(resident, async (tx) => ({ ...(await questionList(tx, resident, choice)), knowsHome: (await ownHomeKind(tx, resident)) !== null }));
  return { ...wordsFor(resident.locale, "questions", "catalogue"), title: serverT(resident.locale, "questions")("list.title"), choice, ...found };
}

export default function Questions() {
  const t = useT("questions");
  const { title, choice, questions, next, counts, knowsHome } = useLoaderData<typeof loader>();
  const ask = <ButtonLink to="/vragen/nieuw">{t("list.ask")}</ButtonLink>;
  const narrowed = choice.search !== "" || choice.kind !== null || choice.likeMine;
  return (
    <Page title={title} intro={t("list.intro")} back={choice.after ? { to: listPath(choice), words: t("list.newer") } : undefined}>
      {questions.length > 0 ? <p>{ask}</p> : null}
      <ListFilters choice={choice} knowsHome={knowsHome} />
      <p className="-my-3">
        <KnowledgeLink kind={choice.kind} />
      </p>
      <ListTabs choice={choice} counts={counts} />
      {questions.length > 0 ? (
        <ul className="flex flex-col gap-3">
          {questions.map((question) => (
            <li key={question.id}>
              <QuestionCard question={question} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon={<MessageCircleQuestionMark />} title={narrowed ? t("list.nothingFound") : t(`list.empty.${choice.tab}.title`)} action={ask}>
          <p>{narrowed ? t("list.nothingFoundText") : t(`list.empty.${choice.tab}.text`)}</p>
        </EmptyState>
      )}
      {next ? (
        <p>
          <ButtonLink look="secondary" wide to={listPath(choice, {}, next)}>
            {t("list.older")}
          </ButtonLink>
        </p>
      ) : null}
    </Page>
  );
}
