import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import type { KindInHomesAlike } from "./done-in-homes-alike.server.ts";
import type { InWords } from "./in-words.server.ts";
import { KindTile } from "./kind-tile.tsx";

type DoneInWords = Pick<KindInHomesAlike, "kind" | "mayAsk"> & InWords;

/** Kinds that are in sight at once; the others fold out. */
const inSight = 2;

/** Per kind what homes like the own one did, what they told of it, and how many may be asked. Needs `figures` and `catalogue`. */
export function HomesAlikeDid({ done }: { done: DoneInWords[] | null }) {
  const t = useT("figures");
  if (!done) return null;
  return (
    <Section title={t("done.title")}>
      {done.length === 0 ? (
        <p className="text-ink-soft">{t("done.none")}</p>
      ) : (
        <>
          <Kinds done={done.slice(0, inSight)} />
          {done.length > inSight ? (
            <details>
              <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("done.more")}</summary>
              <Kinds done={done.slice(inSight)} />
            </details>
          ) : null}
          <p className="text-sm text-ink-soft">{t("neighbours.note")}</p>
        </>
      )}
    </Section>
  );
}

function Kinds({ done }: { done: DoneInWords[] }) {
  const t = useT("figures");
  const names = useT("catalogue");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {done.map(({ kind, count, mayAsk, cost, content }) => {
        return (
          <li key={kind} className="flex gap-3 px-4 py-3">
            <KindTile kind={kind} />
            <div className="min-w-0 text-sm">
              <Link to={`/mijn-huis/maatregel/${kind}`} className="inline-flex min-h-11 items-center text-base font-semibold text-garden underline underline-offset-4 wrap-anywhere hyphens-auto">
                {names(`kinds.${kind}`)}
              </Link>
              <p>{t("done.count", { count })}</p>
              {cost.length > 0 ? <p>{t("done.cost", { told: cost.join(", ") })}</p> : null}
              {content.length > 0 ? <p>{t("done.content", { told: content.join(", ") })}</p> : null}
              {cost.length > 0 || content.length > 0 ? null : <p className="text-ink-soft">{t("done.unsaid")}</p>}
              {mayAsk > 0 ? (
                <Link to={`/kaart?weergave=lijst&zoals=mijn-huis&soort=${kind}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                  {t("done.mayAsk", { count: mayAsk })}
                </Link>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
