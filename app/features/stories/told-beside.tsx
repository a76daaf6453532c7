import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { StoryIndicator } from "../../../db/schema/choices.ts";
import { useT } from "../../i18n/use-t.tsx";
import { AgendaLine } from "./agenda-line.tsx";

const mostBeside = 3;
const quiet = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";

/** What was told last beside one figure, at the foot of its card, and the way to tell something oneself. Needs `stories` and `catalogue`. */
export function ToldBeside({ indicator, items }: { indicator: StoryIndicator; items: ComponentProps<typeof AgendaLine>["item"][] }) {
  const t = useT("stories");
  const names = useT("catalogue");
  const told = items.filter((item) => item.indicator === indicator);
  const name = names(`storyIndicators.${indicator}`);
  return (
    <div className="mt-3 border-t border-line pt-1">
      {told.length > 0 ? (
        <ul className="divide-y divide-line">
          {told.slice(0, mostBeside).map((item) => (
            <li key={item.id}>
              <AgendaLine item={item} />
            </li>
          ))}
        </ul>
      ) : null}
      <p className="flex flex-wrap gap-x-6">
        {told.length > mostBeside ? (
          <a href={`#agenda-${indicator}`} className={quiet}>
            {t("beside.more", { count: told.length - mostBeside })}
            <span className="sr-only">: {name}</span>
          </a>
        ) : null}
        <Link to={`/verhalen/nieuw?cijfer=${indicator}`} className={quiet}>
          {t("beside.tell")}
          <span className="sr-only">: {name}</span>
        </Link>
      </p>
    </div>
  );
}
