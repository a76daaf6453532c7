import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Flag, type LucideIcon, Mail, MapPinOff } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { moderatedNeighbourhoods } from "../features/moderation/moderated-neighbourhoods.server.ts";
import { waitingSuccessions } from "../features/moderation/successions.server.ts";
import { waitingWork } from "../features/moderation/waiting-work.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const title = serverT(moderator.locale, "moderation")("overview.title");
  return asViewer(moderator, async (tx) => ({
    title,
    waiting: await waitingWork(tx, moderator),
    neighbourhoods: await moderatedNeighbourhoods(tx, moderator),
    divided: await waitingSuccessions(tx),
  }));
}

export default function Overview() {
  const t = useT("moderation");
  const { waiting, neighbourhoods, divided } = useLoaderData<typeof loader>();
  const { letters, addresses, reports } = waiting;
  return (
    <Page wide title={t("overview.title")} intro={t("overview.intro")}>
      <ul className="grid gap-4 md:grid-cols-3">
        <Work icon={Flag} {...reports} words={reports.count ? t("overview.reports", { count: reports.count }) : t("overview.reportsNone")} to="/beheer/meldingen" action={t("overview.reportsAction")} />
        <Work icon={Mail} {...letters} words={letters.count ? t("overview.letters", { count: letters.count }) : t("overview.lettersNone")} to="/beheer/brieven" action={t("overview.lettersAction")} />
        <Work icon={MapPinOff} {...addresses} words={addresses.count ? t("overview.addresses", { count: addresses.count }) : t("overview.addressesNone")} to="/beheer/adressen" action={t("overview.addressesAction")} />
      </ul>
      <Section title={t("overview.yours")}>
        <ul className="list-disc pl-5">
          {neighbourhoods.map(({ code, name, served }) => (
            <li key={code}>
              {name}
              {served ? null : ` (${t("overview.notServed")})`}
            </li>
          ))}
        </ul>
        <p className="measure text-ink-soft">{t("overview.promise")}</p>
        <p>
          <Link to="/beheer/buurtindeling" className="inline-flex min-h-11 items-center underline underline-offset-4">
            {divided ? t("overview.division", { count: divided }) : t("overview.divisionNone")}
          </Link>
        </p>
        <p>
          <Link to="/tweede-stap/instellen" className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t("overview.secondFactor")}
          </Link>
        </p>
      </Section>
    </Page>
  );
}

function Work({ icon: Icon, count, oldest, words, to, action }: { icon: LucideIcon; count: number; oldest: Date | null; words: string; to: string; action: string }) {
  const t = useT("moderation");
  const day = useDay();
  return (
    <li>
      <Card tone={count ? "sun" : "plain"}>
        <div className="flex h-full flex-col items-start gap-2">
          <Icon aria-hidden className={`size-7 ${count ? "text-sun" : "text-ink-soft"}`} />
          <h2 className="text-lg">{words}</h2>
          {oldest ? <p className="text-sm">{t("overview.oldest", { date: day(oldest) })}</p> : null}
          {count ? (
            <ButtonLink look="secondary" to={to} className="mt-2">
              {action}
            </ButtonLink>
          ) : null}
        </div>
      </Card>
    </li>
  );
}
