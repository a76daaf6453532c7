import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { Day } from "../../ui/day.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { ShownAnswer } from "./answers-of.server.ts";
import { OutcomeFacts } from "./outcome-facts.tsx";

type Dated = "createdAt" | "updatedAt" | "hiddenAt" | "accepted" | "missing" | "confirmed";
type Loaded<Part> = { [Key in keyof Part]: Part[Key] extends Date ? string : Part[Key] };
/** An answer as it comes out of a loader, where days are text. */
export type AnswerOnPage = Omit<ShownAnswer, Dated> & {
  createdAt: Date | string;
  updatedAt: Date | string;
  hiddenAt: Date | string | null;
  accepted: ShownAnswer["accepted"] | Loaded<NonNullable<ShownAnswer["accepted"]>>;
  missing: ShownAnswer["missing"] | Loaded<NonNullable<ShownAnswer["missing"]>>;
  confirmed: ShownAnswer["confirmed"] | Loaded<NonNullable<ShownAnswer["confirmed"]>>;
};
const quiet = "inline-flex min-h-11 items-center underline underline-offset-4";

/** An answer with what is said of it; `children` are the deeds that only this page has. Needs `questions` and `catalogue`. */
export function AnswerCard({ answer, children }: { answer: AnswerOnPage; children?: ReactNode }) {
  const t = useT("questions");
  const locale = useLocale();
  const person = usePersonName();
  const path = `/antwoorden/${answer.id}`;
  return (
    <article id={`antwoord-${answer.id}`} className={`scroll-mt-4 rounded-card border p-4 ${answer.outcome ? "border-garden bg-garden-soft" : "border-line bg-surface"}`}>
      <h3 className="text-base">
        {answer.outcome ? <span className="block text-lg">{t("outcome.heading")}</span> : null}
        {person(answer)}
        <span className="font-normal text-ink-soft">
          {" · "}
          <Day at={answer.createdAt} />
          {answer.earlier.length > 0 ? ` · ${t("answer.changed", { date: dayInWords(answer.updatedAt, locale) })}` : ""}
        </span>
      </h3>
      {answer.hiddenAt ? <p className="mt-2 font-semibold">{t("answer.hidden")}</p> : null}
      <p className="mt-2 measure break-words whitespace-pre-line">{answer.body}</p>
      {answer.outcome ? <OutcomeFacts answer={answer} /> : null}
      {answer.commercial ? <p className="mt-2 text-sm font-semibold">{t("page.commercial")}</p> : null}
      {answer.earlier.length > 0 ? <Earlier texts={answer.earlier} /> : null}
      {children}
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
        {(answer.own ? (["wijzigen", "intrekking"] as const) : (["melden", "blokkeren"] as const)).map((deed) => (
          <Link key={deed} to={`${path}/${deed}`} className={quiet}>
            {t(`answer.${({ wijzigen: "change", intrekking: "withdraw", melden: "report", blokkeren: "block" } as const)[deed]}`)}
          </Link>
        ))}
      </p>
    </article>
  );
}

function Earlier({ texts }: { texts: AnswerOnPage["earlier"] }) {
  const t = useT("questions");
  const locale = useLocale();
  return (
    <details className="mt-1">
      <summary className="min-h-11 content-center text-sm text-garden underline underline-offset-4">{t("answer.earlier")}</summary>
      <ol className="flex flex-col gap-2">
        {texts.map(({ body, at }, index) => (
          <li key={index} className="measure border-l-4 border-line-strong pl-3">
            <span className="block text-sm text-ink-soft">{t("answer.earlierAt", { date: dayInWords(at, locale) })}</span>
            <span className="break-words whitespace-pre-line">{body}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
