import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";

/** The way to ask a neighbour in private, or to the thread that is there already. Needs `threads`. */
export function AskLink({ ask, path }: { ask: { threadId: string | null }; path: string }) {
  const t = useT("threads");
  return (
    <p>
      <ButtonLink wide to={ask.threadId ? `/gesprekken/${ask.threadId}` : `${path}/vraag`}>
        {t(ask.threadId ? "ask.again" : "ask.button")}
      </ButtonLink>
    </p>
  );
}
