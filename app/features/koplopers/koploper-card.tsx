import { Link } from "@remix-run/react";
import { MessageCircleQuestion } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { Koploper } from "./koplopers-for.server.ts";

/** Somebody who may be asked: who, about what, in their own words, and the way to them. Needs `koplopers` and `catalogue`. */
export function KoploperCard({ koploper }: { koploper: Koploper }) {
  const t = useT("koplopers");
  const names = useT("catalogue");
  const person = usePersonName();
  const { id, streetName, number, kinds, line } = koploper;
  return (
    <article className="relative flex gap-3 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong sm:gap-4">
      <span aria-hidden className="grid size-11 shrink-0 place-items-center rounded-xl bg-garden-soft text-garden">
        <MessageCircleQuestion className="size-6" />
      </span>
      <div className="min-w-0">
        <h3 className="text-lg leading-snug break-words">
          <Link to={`/koplopers/${id}`} className="after:absolute after:inset-0 after:rounded-card">
            {person(koploper)}
          </Link>
        </h3>
        {number ? <p className="text-sm text-ink-soft">{`${streetName} ${number}`}</p> : null}
        <p className="text-ink-soft">{t("card.about", { kinds: kinds.map((kind) => names(`kinds.${kind}`)).join(", ") })}</p>
        {line ? <p className="mt-1 measure break-words">{line}</p> : null}
      </div>
    </article>
  );
}
