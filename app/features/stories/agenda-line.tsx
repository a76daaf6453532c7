import { Link } from "@remix-run/react";
import { Megaphone } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Day } from "../../ui/day.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { AgendaItem } from "./agenda.server.ts";

type Line = Omit<AgendaItem, "at"> & { at: Date | string };

/** Something of the agenda in a few lines, or in `brief` without any of its text, with the way to the whole of it. Needs `stories` and `catalogue`. */
export function AgendaLine({ item, brief = false }: { item: Line; brief?: boolean }) {
  const t = useT("stories");
  const person = usePersonName();
  const { id, by, title, excerpt, shownName, streetName, own, at } = item;
  return (
    <article className={brief ? "py-1.5" : "py-3"}>
      <Link to={by === "moderator" ? `/mededelingen#${id}` : `/verhalen/${id}`} className="inline-block py-2 font-semibold break-words text-garden underline underline-offset-4">
        {title}
      </Link>
      {brief ? null : <p className="mb-1 line-clamp-3 measure break-words whitespace-pre-line">{excerpt}</p>}
      <p className="text-sm text-ink-soft">
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
