import { Link } from "@remix-run/react";
import { CircleCheck, CirclePause, MessageCircleQuestionMark, RefreshCw, Search, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { QuestionState } from "../../../db/schema/choices.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Day } from "../../ui/day.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { ListedQuestion } from "./question-list.server.ts";

const looks: Record<QuestionState, { icon: LucideIcon; tone: string }> = {
  open: { icon: MessageCircleQuestionMark, tone: "bg-raised text-ink" },
  claimed: { icon: Search, tone: "bg-sky-soft text-ink" },
  outcome: { icon: CircleCheck, tone: "bg-garden-soft text-ink" },
  accepted: { icon: CircleCheck, tone: "bg-garden-soft text-ink" },
  stale: { icon: RefreshCw, tone: "bg-sun-soft text-ink" },
  parked: { icon: CirclePause, tone: "bg-raised text-ink-soft" },
};

/** How a question stands, as a word with its symbol. Needs `questions`. */
export function StateMark({ state }: { state: QuestionState }) {
  const t = useT("questions");
  const { icon: Icon, tone } = looks[state];
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-3 py-1 text-sm ${tone}`}>
      <Icon aria-hidden className="size-4" />
      {t(`states.${state}`)}
    </span>
  );
}

/** A question in a list; `children` is what else is said of it, `level` that of its heading. Needs `questions` and `catalogue`. */
export function QuestionCard({ question, level = 2, children }: { question: ListedQuestion; level?: 2 | 3; children?: ReactNode }) {
  const Heading = `h${level}` as const;
  const t = useT("questions");
  const names = useT("catalogue");
  const person = usePersonName();
  return (
    <article className="relative flex flex-col gap-1.5 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong">
      <Heading className="text-lg leading-snug break-words">
        <Link to={`/vragen/${question.id}`} className="after:absolute after:inset-0 after:rounded-card">
          {question.title}
        </Link>
      </Heading>
      {question.excerpt ? <p className="line-clamp-2 measure break-words text-ink-soft">{question.excerpt}</p> : null}
      {children}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <StateMark state={question.state} />
        <span>{t("list.answers", { count: question.answers })}</span>
        {question.measureKind ? <span>{names(`kinds.${question.measureKind}`)}</span> : null}
        <span>{person(question)}</span>
        <Day at={question.sharedAt} />
      </p>
    </article>
  );
}
