import { useT } from "../../i18n/use-t.tsx";
import { Day } from "../../ui/day.tsx";
import type { MessageAround } from "../moderation/look-at-reported.server.ts";

/** A reported message with what stands around it, as a moderator who looks reads it: who wrote the same as the reported one, and no names. Needs `moderation`. */
export function MessagesAround({ around }: { around: MessageAround[] }) {
  const t = useT("moderation");
  return (
    <ol className="flex flex-col gap-3">
      {around.map(({ reported, same, note, at }, i) => (
        <li key={`${at} ${i}`} className={reported ? "border-l-4 border-danger pl-3" : "border-l-4 border-line-strong pl-3"}>
          <p className="text-sm">
            <strong>{t(reported ? "report.messageReported" : same ? "report.messageSame" : "report.messageOther")}</strong> · <Day at={at} />
          </p>
          <p className="measure break-words whitespace-pre-line">{note ?? <em>{t("report.messageGone")}</em>}</p>
        </li>
      ))}
    </ol>
  );
}
