import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { BookCheck, Building2, ChartColumn, ChartNoAxesColumn, ChevronRight, DoorOpen, Eye, Fingerprint, Flag, HandHelping, HeartHandshake, House, IdCard, Info, KeyRound, Landmark, Library, LogOut, type LucideIcon, MessagesSquare, MessageCircleQuestion, MonitorSmartphone, PersonStanding, Scale, ScrollText, Settings, ShieldCheck, ShoppingBasket, UserCheck, UserPlus } from "lucide-react";
import { isResident, requireAccount } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  return {
    ...wordsFor(viewer.locale, "pages"),
    title: serverT(viewer.locale, "pages")("more.title"),
    resident: isResident(viewer),
    moderator: viewer.mayModerate.length > 0,
    official: viewer.officialOf.length > 0,
    manager: viewer.manages.length > 0,
    contact: viewer.contactFor.streets.length + viewer.contactFor.buildings.length > 0,
  };
}

type Place = { to: string; icon: LucideIcon; words: string; hint?: string };

export default function More() {
  const t = useT("pages");
  const { title, resident, moderator, official, manager, contact } = useLoaderData<typeof loader>();
  const sessions = { to: "/mijn-sessies", icon: MonitorSmartphone, words: t("more.sessions") };
  const passkeys = { to: "/passkeys", icon: Fingerprint, words: t("more.passkeys"), hint: t("more.passkeysHint") };
  const settings = { to: "/instellingen", icon: Settings, words: t("more.settings"), hint: t(resident ? "more.settingsHint" : "more.settingsHintStaff") };
  const roles = contact || moderator || official || manager ? [{ to: "/mijn-rollen", icon: IdCard, words: t("more.roles"), hint: t("more.rolesHint") }] : [];
  const toMe = manager ? [{ to: "/verzoeken-aan-mij", icon: Building2, words: t("more.toMe"), hint: t("more.toMeHint") }] : [];
  const help = contact || moderator ? [{ to: "/helpen", icon: HandHelping, words: t("more.help"), hint: t("more.helpHint") }] : [];
  return (
    <Page title={title}>
      <Places
        title={t("more.you")}
        places={
          resident
            ? [{ to: "/gesprekken", icon: MessagesSquare, words: t("more.threads"), hint: t("more.threadsHint") }, settings, { to: "/toestemmingen", icon: BookCheck, words: t("more.consents"), hint: t("more.consentsHint") }, { to: "/meldingen", icon: Flag, words: t("more.reports") }, ...roles, ...help, ...toMe]
            : [...toMe, settings, sessions, passkeys, ...roles, ...help]
        }
      />
      {resident ? (
        <Places
          title={t("more.home")}
          places={[
            { to: "/huishouden", icon: House, words: t("more.household"), hint: t("more.householdHint") },
            { to: "/buurt/profiel", icon: ChartNoAxesColumn, words: t("more.profile"), hint: t("more.profileHint") },
            { to: "/samen-inkopen", icon: ShoppingBasket, words: t("more.purchases"), hint: t("more.purchasesHint") },
            { to: "/kijkjes", icon: Eye, words: t("more.visits"), hint: t("more.visitsHint") },
            { to: "/koplopers", icon: MessageCircleQuestion, words: t("more.koplopers"), hint: t("more.koplopersHint") },
            { to: "/cijfers", icon: ChartColumn, words: t("more.figures"), hint: t("more.figuresHint") },
            { to: "/verzoeken", icon: Building2, words: t("more.together"), hint: t("more.togetherHint") },
            { to: "/nodig-uit", icon: HeartHandshake, words: t("more.invite") },
            ...(contact ? [{ to: "/aan-de-deur", icon: DoorOpen, words: t("more.door"), hint: t("more.doorHint") }] : []),
            { to: "/borg", icon: UserCheck, words: t("more.vouch"), hint: t("more.vouchHint") },
            sessions,
            passkeys,
          ]}
        />
      ) : null}
      {moderator || official ? (
        <Places
          title={t("more.staff")}
          places={[
            ...(moderator ? [{ to: "/beheer", icon: ShieldCheck, words: t("more.moderation") }] : []),
            ...(official ? [{ to: "/gemeente", icon: Landmark, words: t("more.official") }, { to: "/gemeente/rollen", icon: UserPlus, words: t("more.officialRoles") }] : []),
            { to: "/tweede-stap/instellen", icon: KeyRound, words: t("more.secondStep") },
          ]}
        />
      ) : null}
      <Places
        title={t("more.about")}
        places={[
          { to: "/over", icon: Info, words: t("footer.about") },
          { to: "/privacy", icon: ShieldCheck, words: t("footer.privacy") },
          { to: "/toegankelijkheid", icon: PersonStanding, words: t("footer.accessibility") },
          { to: "/huisregels", icon: ScrollText, words: t("footer.rules") },
          { to: "/toezicht", icon: Scale, words: t("footer.oversight") },
          { to: "/bronnen", icon: Library, words: t("footer.sources") },
        ]}
      />
      <Form method="post" action="/uitloggen" reloadDocument>
        <Button look="secondary" wide>
          <LogOut aria-hidden className="size-5" />
          {t("more.logOut")}
        </Button>
      </Form>
    </Page>
  );
}

function Places({ title, places }: { title: string; places: Place[] }) {
  return (
    <Section title={title}>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {places.map(({ to, icon: Icon, words, hint }) => (
          <li key={to}>
            <Link to={to} className="flex min-h-14 items-center gap-4 px-4 py-2 hover:bg-raised">
              <Icon aria-hidden className="size-6 shrink-0 text-garden" />
              <span className="flex-1">
                <span className="block font-semibold">{words}</span>
                {hint ? <span className="block text-sm text-ink-soft">{hint}</span> : null}
              </span>
              <ChevronRight aria-hidden className="size-5 text-ink-soft" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
