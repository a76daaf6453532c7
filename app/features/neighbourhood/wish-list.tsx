import { Link } from "@remix-run/react";
import { HandHeart } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import type { NeighbourhoodWish } from "../wishes/neighbourhood-wishes.server.ts";

/** The dreams for the neighbourhood, with how many joined. Needs `neighbourhood`. */
export function WishList({ wishes }: { wishes: NeighbourhoodWish[] }) {
  const t = useT("neighbourhood");
  const line = (wish: NeighbourhoodWish) =>
    [wish.own ? t("ownWish") : wish.iJoin ? t("iJoin") : null, wish.joined > 0 ? t("wishesJoined", { count: wish.joined }) : wish.own ? null : t("wishesFirst")]
      .filter(Boolean)
      .join(" · ");
  return (
    <Section title={t("wishes")}>
      {wishes.length > 0 ? (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
          {wishes.map((wish) => (
            <li key={wish.id}>
              <Link to={`/wensen/${wish.id}`} className="flex h-full items-start gap-3 rounded-card bg-garden-soft p-4 hover:outline-2 hover:outline-garden">
                <HandHeart aria-hidden className="mt-0.5 size-6 shrink-0 text-garden" />
                <span className="min-w-0">
                  <span className="block font-semibold break-words">{wish.title}</span>
                  <span className="block text-ink-soft">{line(wish)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t("noWishes")}</p>
      )}
      <p>
        <Link to="/wensen/nieuw?voor=buurt" className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
          {t("addWish")}
        </Link>
      </p>
    </Section>
  );
}
