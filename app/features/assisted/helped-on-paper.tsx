import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Card, Section } from "../../ui/page.tsx";
import type { HelpedSession } from "./session-entries.server.ts";

const known = ["measure", "wish", "report", "withdrawal", "everything", "purchase", "purchase_answers", "purchase_supplier", "purchase_order", "purchase_rules", "purchase_left"] as const;

/** Every time that the own household was helped on paper before somebody took it over. Needs `assisted` and `catalogue`. */
export function HelpedOnPaper({ sessions }: { sessions: HelpedSession[] }) {
  const t = useT("assisted");
  const names = useT("catalogue");
  const day = useDay();
  if (sessions.length === 0) return null;
  const by = ({ by: helper }: HelpedSession) => helper && t("log.by", { name: helper.helperName ?? t("log.nameless"), role: t(`log.roles.${helper.helperRole}`) });
  return (
    <Section title={t("book.title")}>
      <p className="measure">{t("book.intro")}</p>
      {sessions.map((session) => (
        <Card key={session.id}>
          <h3 className="text-base">{session.by ? t("book.line", { date: day(session.startedAt), by: by(session) ?? "" }) : t("book.lineGone", { date: day(session.startedAt) })}</h3>
          {session.entries.length ? (
            <ul className="mt-1 list-disc pl-5">
              {session.entries.map(({ id, kind, item, purchase }) => {
                const what = known.find((each) => each === kind);
                return <li key={id}>{[what ? t(`book.entry.${what}`) : kind, item ? (item.kind ? names(`kinds.${item.kind}`) : item.title) : purchase].filter(Boolean).join(": ")}</li>;
              })}
            </ul>
          ) : (
            <p className="mt-1">{t("book.noEntries")}</p>
          )}
          {session.textShown && session.signedOn ? (
            <p className="mt-2 measure text-sm text-ink-soft">
              {t("book.signed", { date: day(new Date(session.signedOn)), version: session.textVersion })} {session.textShown}
            </p>
          ) : null}
        </Card>
      ))}
    </Section>
  );
}
