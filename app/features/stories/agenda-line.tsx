import { Link } from "@remix-run/react";
import { Megaphone } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Day } from "../../ui/day.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { AgendaItem } from "./agenda.server.ts";

type Line = Omit<AgendaItem, "at"> & { at: Date | string };

/** Something of the agenda in a few lines, with the way to the whole of it. Needs `stories` and `catalogue`. */
export function AgendaLine({ item }: { item: Line }) {
  const t = useT("stories");
  const person = usePersonName();
  const { id, by, title, excerpt, shownName, streetName, own, at } = item;
  return (
    <article className="py-3">
      <Link to={by === "moderator" ? `/mededelingen#${id}` : `/verhalen/${id}`} className="inline-flex min-h-11 items-center font-semibold break-words text-garden underline underline-offset-4">
        {title}
      </Link>
      <p className="line-clamp-3 measure break-words whitespace-pre-line">{excerpt}</p>
      <p className="mt-1 text-sm text-ink-soft">
        {by === "moderator" ? (
          <>
            <Megaphone aria-hidden className="mr-1 inline size-4 text-sun" />
            {t("agenda.moderator", { name: shownName ?? "" })}
          </>
        ) : (
          person({ shownName, streetName: streetName ?? "", own })
        )}{" "}
        · <Day at={at} />
      </p>
    </article>
  );
}
