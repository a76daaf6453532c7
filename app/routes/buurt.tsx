import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChartNoAxesColumn, DoorOpen, Landmark, Plus } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { AnnouncementCard } from "../features/neighbourhood/announcement-card.tsx";
import { announcements } from "../features/neighbourhood/announcements.server.ts";
import { Doorway } from "../features/neighbourhood/doorway.tsx";
import { FirstHere } from "../features/neighbourhood/first-here.tsx";
import { neighbourhoodFacts } from "../features/neighbourhood/neighbourhood-facts.server.ts";
import { newestShared } from "../features/neighbourhood/newest-shared.server.ts";
import { WishList } from "../features/neighbourhood/wish-list.tsx";
import { ContactPersons } from "../features/roles/contact-persons.tsx";
import { helpHere } from "../features/roles/help-here.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { ItemCard } from "../features/sharing/item-card.tsx";
import { neighbourhoodWishes } from "../features/wishes/neighbourhood-wishes.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name} · Buurhof` }];

const shownAnnouncements = 2;
const shownWishes = 6;

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const after = new URL(args.request.url).searchParams.get("na");
  const found = await asViewer(resident, async (tx) => {
    const newest = await newestShared(tx, resident, after);
    if (after !== null) return { ...newest, messages: [], wishes: [], facts: null, help: null };
    return {
      ...newest,
      // One more than is shown, to know whether there are others.
      messages: await announcements(tx, resident.neighbourhoodCode, shownAnnouncements + 1),
      wishes: await neighbourhoodWishes(tx, resident, shownWishes),
      help: await helpHere(tx, resident),
      facts: newest.items.length === 0 ? await neighbourhoodFacts(tx, resident.neighbourhoodCode) : null,
    };
  });
  return { ...wordsFor(resident.locale, "neighbourhood", "catalogue", "roles"), name: resident.neighbourhoodName, isFirst: after === null, ...found };
}

export default function Neighbourhood() {
  const t = useT("neighbourhood");
  const { name, items, next, isFirst, messages, wishes, facts, help } = useLoaderData<typeof loader>();
  return (
    <Page title={name} wide={isFirst && !facts} back={isFirst ? undefined : { to: "/buurt", words: t("newer") }}>
      <div className={isFirst && !facts ? "grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] lg:items-start" : "flex flex-col gap-8"}>
        {messages.length > 0 ? (
          <div className="lg:col-start-2 lg:row-start-1">
            <Section title={t("announcements")} aside={messages.length > shownAnnouncements ? <More to="/mededelingen" words={t("allAnnouncements")} /> : null}>
              {messages.slice(0, shownAnnouncements).map((message) => (
                <AnnouncementCard key={message.id} message={message} />
              ))}
            </Section>
          </div>
        ) : null}
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {facts ? (
            <div className="flex flex-col gap-6">
              <FirstHere facts={facts} />
            </div>
          ) : (
            <Section title={t("newest")} aside={<More to="/maatregelen/nieuw" words={t("share")} plus />}>
              <p className="-mt-3 text-ink-soft">{t("newestText")}</p>
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
        </div>
        {isFirst ? (
          <div className="flex flex-col gap-8 lg:col-start-2">
            <WishList wishes={wishes} />
            {help ? <ContactPersons help={help} /> : null}
            <Doorway to="/kijkjes" icon={<DoorOpen aria-hidden className="size-6 shrink-0 text-garden" />} title={t("visits")} text={t("visitsText")} />
            <Doorway to="/buurt/profiel" icon={<ChartNoAxesColumn aria-hidden className="size-6 shrink-0 text-garden" />} title={t("profile")} text={t("profileText")} />
            <Doorway to="/cijfers" icon={<Landmark aria-hidden className="size-6 shrink-0 text-garden" />} title={t("figures")} text={t("figuresText")} />
          </div>
        ) : null}
      </div>
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
