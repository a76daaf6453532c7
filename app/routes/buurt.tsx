import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Plus, Sprout } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { AnnouncementCard } from "../features/neighbourhood/announcement-card.tsx";
import { announcements } from "../features/neighbourhood/announcements.server.ts";
import { newestShared } from "../features/neighbourhood/newest-shared.server.ts";
import { WishList } from "../features/neighbourhood/wish-list.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { ItemCard } from "../features/sharing/item-card.tsx";
import { neighbourhoodWishes } from "../features/wishes/neighbourhood-wishes.server.ts";
import { useT } from "../i18n/use-t.ts";
import { wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name} · Buurhof` }];

const shownAnnouncements = 2;
const shownWishes = 6;

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const after = new URL(args.request.url).searchParams.get("na");
  const found = await asViewer(resident, async (tx) => ({
    ...(await newestShared(tx, resident, after)),
    // One more than is shown, to know whether there are others.
    messages: after ? [] : await announcements(tx, resident.neighbourhoodCode, shownAnnouncements + 1),
    wishes: after ? [] : await neighbourhoodWishes(tx, resident, shownWishes),
  }));
  return { ...wordsFor(resident.locale, "neighbourhood", "catalogue"), name: resident.neighbourhoodName, isFirst: after === null, ...found };
}

export default function Neighbourhood() {
  const t = useT("neighbourhood");
  const { name, items, next, isFirst, messages, wishes } = useLoaderData<typeof loader>();
  const nothing = isFirst && items.length === 0;
  return (
    <Page title={name} back={isFirst ? undefined : { to: "/buurt", words: t("newer") }}>
      {messages.length > 0 ? (
        <Section title={t("announcements")} aside={messages.length > shownAnnouncements ? <More to="/mededelingen" words={t("allAnnouncements")} /> : null}>
          {messages.slice(0, shownAnnouncements).map((message) => (
            <AnnouncementCard key={message.id} message={message} />
          ))}
        </Section>
      ) : null}
      {nothing ? (
        <EmptyState
          icon={<Sprout />}
          title={t("empty")}
          action={
            <p className="flex flex-wrap gap-2">
              <ButtonLink to="/maatregelen/nieuw">{t("share")}</ButtonLink>
              <ButtonLink look="secondary" to="/uitnodigen">
                {t("invite")}
              </ButtonLink>
            </p>
          }
        >
          {t("emptyText")}
        </EmptyState>
      ) : (
        <Section title={t("newest")} aside={<More to="/maatregelen/nieuw" words={t("share")} plus />}>
          <ul className="flex flex-col gap-3">
            {items.map((item) => (
              <li key={item.id}>
                <ItemCard item={item} />
              </li>
            ))}
          </ul>
          {next ? (
            <p>
              <ButtonLink look="secondary" wide to={`/buurt?na=${next}`}>
                {t("older")}
              </ButtonLink>
            </p>
          ) : (
            <p className="text-ink-soft">{t("end")}</p>
          )}
        </Section>
      )}
      {isFirst ? <WishList wishes={wishes} /> : null}
    </Page>
  );
}

function More({ to, words, plus = false }: { to: string; words: string; plus?: boolean }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-garden underline-offset-4 hover:underline">
      {plus ? <Plus aria-hidden className="size-5" /> : null}
      {words}
    </Link>
  );
}
