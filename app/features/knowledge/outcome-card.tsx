import { Link } from "@remix-run/react";
import { CircleCheck, House, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { OutcomeFacts } from "../questions/outcome-facts.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { OutcomeAbout } from "./outcomes-about.server.ts";

type Shown = Omit<OutcomeAbout, "confirmedAt"> & { confirmedAt: Date | string | null };

/** What a neighbour found out: the answer first, then what it rests on and for which homes it holds. Needs `knowledge`, `questions` and `catalogue`. */
export function OutcomeCard({ outcome }: { outcome: Shown }) {
  const t = useT("knowledge");
  const person = usePersonName();
  const locale = useLocale();
  const { questionId, title, body, cut, likeMine, accepted, stale, confirmedAt, commercial } = outcome;
  return (
    <article className={`relative flex flex-col gap-2 rounded-card border p-4 transition-colors ${stale ? "border-sun bg-sun-soft" : "border-line bg-surface hover:border-line-strong"}`}>
      <h3 className="text-lg leading-snug break-words">
        <Link to={`/vragen/${questionId}`} className="after:absolute after:inset-0 after:rounded-card">
          {title}
        </Link>
      </h3>
      <p className="flex flex-wrap gap-2 empty:hidden">
        {likeMine ? <Mark icon={<House />} tone="bg-brick-soft">{t("likeMine")}</Mark> : null}
        {stale ? <Mark icon={<RefreshCw />} tone="bg-surface">{t("found.stale")}</Mark> : null}
        {accepted && !stale ? <Mark icon={<CircleCheck />} tone="bg-garden-soft">{t("found.accepted")}</Mark> : null}
      </p>
      <p className="measure break-words whitespace-pre-line">
        {body}
        {cut ? "…" : null}
      </p>
      {stale ? <p className="measure font-semibold">{t("found.staleText")}</p> : null}
      {commercial ? <p className="text-ink-soft">{t("found.commercial")}</p> : null}
      <OutcomeFacts answer={outcome} />
      <p className="text-sm text-ink-soft">
        {t("found.by", { name: person(outcome, true) })}
        {confirmedAt && !stale ? ` · ${t("found.confirmed", { date: dayInWords(confirmedAt, locale) })}` : null}
      </p>
    </article>
  );
}

function Mark({ icon, tone, children }: { icon: ReactNode; tone: string; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-3 py-1 text-sm text-ink [&>svg]:size-4 [&>svg]:shrink-0 ${tone}`}>
      {icon}
      {children}
    </span>
  );
}
