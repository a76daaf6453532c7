import { Form, Link } from "@remix-run/react";
import { EyeOff, TriangleAlert, Undo2 } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { AudienceBadge } from "./audience-badge.tsx";
import { ItemCard } from "./item-card.tsx";
import type { OwnListedItem } from "./own-items.server.ts";
import { itemPath } from "./shared-item.ts";

/** Items that are in sight at once; the others fold out. */
const inSight = 3;

/** The own household's items, each with who sees it and what happened to it. Needs `home` and `catalogue`. */
export function OwnItemList({ items }: { items: OwnListedItem[] }) {
  const t = useT("home");
  // One behind a fold would save no room.
  const first = items.length > inSight + 1 ? inSight : items.length;
  const rest = items.slice(first);
  return (
    <>
      <Items items={items.slice(0, first)} />
      {rest.length > 0 ? (
        <details>
          <summary className="mb-3 min-h-11 content-center text-garden underline underline-offset-4">{t("moreOwn", { count: rest.length })}</summary>
          <Items items={rest} />
        </details>
      ) : null}
    </>
  );
}

function Items({ items }: { items: OwnListedItem[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {items.map((item) => (
        <li key={item.id}>
          <ItemCard item={item}>
            <Mark item={item} />
          </ItemCard>
        </li>
      ))}
    </ul>
  );
}

function Mark({ item }: { item: OwnListedItem }) {
  const t = useT("home");
  const path = itemPath(item);
  if (item.withdrawnAt) {
    return (
      <>
        <span className="rounded-full bg-sun-soft px-3 py-1 text-sm">{t("withdrawn")}</span>
        <Form method="post" action={`${path}/terugzetting`}>
          <button className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-garden underline underline-offset-4">
            <Undo2 aria-hidden className="size-4" />
            {t("putBack")}
          </button>
        </Form>
      </>
    );
  }
  return (
    <>
      <AudienceBadge audience={item.audience} />
      {item.hiddenAt ? (
        <span className="inline-flex items-center gap-1.5 rounded-full bg-brick-soft px-3 py-1 text-sm">
          <EyeOff aria-hidden className="size-4" />
          {t("hidden")}
        </span>
      ) : null}
      {item.narrowedAt ? (
        <Link to={`${path}/publiek`} className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-garden underline underline-offset-4">
          <TriangleAlert aria-hidden className="size-4" />
          {t("narrowed")}
        </Link>
      ) : null}
    </>
  );
}
