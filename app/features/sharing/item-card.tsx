import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { ItemTile } from "./item-tile.tsx";
import { usePersonName } from "./person-name.tsx";
import { itemPath, type SharedItem } from "./shared-item.ts";

/** What an item is called in a list. Needs the namespace `catalogue`. */
export function useItemTitle(): (item: Pick<SharedItem, "kind" | "title">) => string {
  const t = useT("catalogue");
  return ({ kind, title }) => (kind ? t(`kinds.${kind}`) : (title ?? ""));
}

/** A measure, a wish, a story or a question in a list, for its owner and for a neighbour; `children` is what only the owner sees. */
export function ItemCard({ item, children }: { item: SharedItem; children?: ReactNode }) {
  const title = useItemTitle();
  return (
    <article className="relative flex flex-col overflow-hidden rounded-card border border-line bg-surface transition-colors hover:border-line-strong sm:flex-row-reverse">
      {item.photoId ? (
        <img src={`/foto/${item.photoId}`} alt="" loading="lazy" className="aspect-2/1 w-full bg-raised object-cover sm:aspect-auto sm:w-44 sm:shrink-0" />
      ) : null}
      <div className="flex flex-1 gap-3 p-4 sm:gap-4">
        <ItemTile {...item} />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <h3 className="text-lg leading-snug break-words">
            <Link to={itemPath(item)} className="after:absolute after:inset-0 after:rounded-card">
              {title(item)}
            </Link>
          </h3>
          <ItemLine item={item} named={!children} />
          {item.excerpt ? <p className="mt-1 line-clamp-3 break-words">“{item.excerpt.trim()}”</p> : null}
          {children ? <div className="relative mt-2 flex flex-wrap items-center gap-2">{children}</div> : null}
        </div>
      </div>
    </article>
  );
}

function ItemLine({ item, named }: { item: SharedItem; named: boolean }) {
  const t = useT("catalogue");
  const person = usePersonName();
  const parts = [
    item.indicator && t("storyBy", { indicator: t(`storyIndicators.${item.indicator}`) }),
    item.type === "question" && t("question"),
    item.type === "wish" ? t(`scopes.${item.kind ? "home" : "neighbourhood"}`) : item.state && [t(`states.${item.state}`), item.year].filter(Boolean).join(" "),
    item.horizon && t(`horizons.${item.horizon}`),
    named && person(item),
  ];
  return (
    <p className="text-ink-soft">
      {parts.filter(Boolean).join(" · ")}
      {item.joined > 0 ? <span className="block font-semibold text-garden">{t("joined", { count: item.joined })}</span> : null}
    </p>
  );
}
