import { Form, Link, NavLink, useLocation } from "@remix-run/react";
import { House, type LucideIcon, Map as MapIcon, Menu, MessageCircleQuestionMark, Users } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useT } from "../i18n/use-t.tsx";
import { Bell } from "./bell.tsx";
import { Logo } from "./logo.tsx";
import { type MenuPlace, useCurrent } from "./use-current.ts";

export type Who = { resident: boolean; moderator: boolean; official: boolean; manager: boolean; neighbourhoodName: string | null; /** Messages that were not read yet. */ unread: number } | null;

const places = [
  { to: "/kaart", words: "nav.map", icon: MapIcon },
  { to: "/vragen", words: "nav.questions", icon: MessageCircleQuestionMark, with: ["/antwoorden"] },
  { to: "/buurt", words: "nav.neighbourhood", icon: Users },
  { to: "/mijn-huis", words: "nav.home", icon: House, with: ["/verzoeken"] },
  { to: "/meer", words: "nav.more", icon: Menu, with: ["/instellingen", "/toestemmingen", "/meldingen", "/huishouden", "/nodig-uit", "/mijn-sessies", "/passkeys", "/over", "/privacy", "/toegankelijkheid", "/huisregels", "/toezicht", "/bronnen", "/cijfers", "/mijn-rollen", "/helpen", "/borg", "/aan-de-deur", "/verzoeken-aan-mij"] },
] as const satisfies (MenuPlace & { words: string; icon: LucideIcon })[];

/** What is around every page: the bar below on a phone, the rail at the left on a laptop, the mark that this is a demo. */
export function Frame({ who, demo, children }: { who: Who; demo: boolean; children: ReactNode }) {
  const t = useT("common");
  return (
    <div className={`flex min-h-dvh flex-col print:block ${who?.resident ? "lg:pl-56" : ""}`}>
      <a href="#inhoud" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-xl focus:bg-surface focus:px-4 focus:py-2">
        {t("nav.skip")}
      </a>
      {demo ? (
        <aside aria-label={t("demoLabel")} className="bg-sun-soft px-4 py-1.5 text-center text-sm text-balance">
          {t("demo")}
        </aside>
      ) : null}
      {who?.resident ? <Places who={who} /> : <PublicBar who={who} />}
      {who?.resident ? (
        <header className="relative lg:hidden print:hidden">
          <Bell unread={who.unread} look="corner" />
        </header>
      ) : null}
      <div className={`flex flex-1 flex-col ${who?.resident ? "pb-20 lg:pb-0" : ""}`}>{children}</div>
    </div>
  );
}

function Places({ who }: { who: NonNullable<Who> }) {
  const t = useT("common");
  const current = useCurrent();
  return (
    <nav
      aria-label={t("nav.main")}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:inset-y-0 lg:right-auto lg:w-56 lg:border-t-0 lg:border-r lg:px-3 lg:py-6 print:hidden"
    >
      <Link to="/buurt" className="mb-6 hidden items-center gap-2.5 px-3 lg:flex">
        <Logo className="size-9" />
        <span>
          <span className="block font-heading text-xl leading-tight font-bold">Buurhof</span>
          <span className="block text-sm text-ink-soft">{who.neighbourhoodName}</span>
        </span>
      </Link>
      <ul className="mx-auto flex max-w-lg lg:flex-col lg:gap-1">
        {places.map(({ words, icon: Icon, ...place }) => (
          <li key={place.to} className="flex-1">
            <Link
              to={place.to}
              aria-current={current(place)}
              className="flex min-h-16 flex-col items-center justify-center gap-0.5 text-sm text-ink-soft aria-[current]:font-bold aria-[current]:text-garden lg:min-h-12 lg:flex-row lg:justify-start lg:gap-3 lg:rounded-xl lg:px-3 lg:text-base lg:hover:bg-raised lg:aria-[current]:bg-garden-soft"
            >
              <Icon aria-hidden className="size-6" />
              {t(words)}
            </Link>
          </li>
        ))}
        <li className="hidden lg:block">
          <Bell unread={who.unread} look="row" />
        </li>
        {who.moderator ? (
          <li className="hidden lg:mt-4 lg:block lg:border-t lg:border-line lg:pt-4">
            <NavLink to="/beheer" className="flex min-h-12 items-center gap-3 rounded-xl px-3 text-ink-soft hover:bg-raised aria-[current=page]:font-bold aria-[current=page]:text-garden">
              {t("nav.moderation")}
            </NavLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function PublicBar({ who }: { who: Who }) {
  const t = useT("common");
  return (
    <header className="mx-auto flex w-full max-w-5xl items-center justify-between gap-3 px-4 py-3 sm:px-6 print:hidden">
      <Link to="/" className="flex min-h-11 items-center gap-2.5">
        <Logo className="size-9" />
        <span className="font-heading text-xl font-bold">Buurhof</span>
      </Link>
      <nav aria-label={t("nav.main")} className="flex items-center gap-1">
        {who?.moderator ? (
          <Link to="/beheer" className="flex min-h-11 items-center px-3 underline underline-offset-4">
            {t("nav.moderation")}
          </Link>
        ) : null}
        {who?.manager ? (
          <Link to="/verzoeken-aan-mij" className="flex min-h-11 items-center px-3 underline underline-offset-4">
            {t("nav.toMe")}
          </Link>
        ) : null}
        {who ? (
          <Link to="/meer" className="flex min-h-11 items-center px-3 underline underline-offset-4">
            {t("nav.more")}
          </Link>
        ) : (
          <>
            <LanguageSwitch />
            <Link to="/inloggen" className="flex min-h-11 items-center px-3 font-semibold underline underline-offset-4">
              {t("nav.logIn")}
            </Link>
          </>
        )}
      </nav>
    </header>
  );
}

/** For who is not logged in; residents choose their language under Meer. */
function LanguageSwitch() {
  const other = useLocale() === "nl" ? { locale: "en", words: "English" } : { locale: "nl", words: "Nederlands" };
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/taal">
      <input type="hidden" name="terug" value={pathname + search} />
      <button name="taal" value={other.locale} lang={other.locale} className="min-h-11 px-3 underline underline-offset-4">
        {other.words}
      </button>
    </Form>
  );
}
