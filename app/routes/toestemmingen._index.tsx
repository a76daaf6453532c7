import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ConsentPurpose } from "../../db/schema/people.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { HelpedOnPaper } from "../features/assisted/helped-on-paper.tsx";
import { helpedSessions } from "../features/assisted/session-entries.server.ts";
import { consentBook } from "../features/consent/consent-book.server.ts";
import { ownDisclosures } from "../features/moderation/own-hidings.server.ts";
import { DownloadPart } from "../features/privacy/archive/download-part.tsx";
import { ConsentCard } from "../features/privacy/consent-card.tsx";
import { HandedOverPart } from "../features/privacy/handed-over-part.tsx";
import { handedOver } from "../features/privacy/handed-over.server.ts";
import { LooksPart } from "../features/privacy/looks-part.tsx";
import { PastConsents } from "../features/privacy/past-consents.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, async (tx) => ({ lines: await consentBook(tx, resident), looks: await ownDisclosures(tx, resident), helped: await helpedSessions(tx, resident) }));
  return { ...wordsFor(resident.locale, "privacy", "catalogue", "assisted", "purchases", "releases"), title: serverT(resident.locale, "privacy")("book.title"), streetName: resident.streetName, handed: await handedOver(resident), ...found };
}

/** What the page says in parts of their own; everything else that was agreed to stands together. */
const withTheirOwnPart: readonly ConsentPurpose[] = ["display_name", "contact_person", "published_figures"];

export default function ConsentBook() {
  const t = useT("privacy");
  const common = useT("common");
  const { title, lines, looks, helped, handed, streetName } = useLoaderData<typeof loader>();
  const open = lines.filter((line) => !line.withdrawnAt);
  const shared = open.filter(({ purpose }) => !withTheirOwnPart.includes(purpose));
  const name = open.find(({ purpose, mine }) => purpose === "display_name" && mine);
  const contact = open.filter(({ purpose, mine }) => purpose === "contact_person" && mine);
  const figures = open.find(({ purpose }) => purpose === "published_figures");
  return (
    <Page title={title} intro={t("book.intro")} back={{ to: "/meer", words: common("nav.more") }}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="secondary" to="/toestemmingen/bekijk-als">
          {t("book.preview")}
        </ButtonLink>
        {open.length > 0 ? (
          <ButtonLink look="secondary" to="/toestemmingen/alles-intrekken">
            {t("book.all")}
          </ButtonLink>
        ) : null}
      </div>
      <Section title={t("book.shared")}>
        {shared.length > 0 ? (
          shared.map((line) => <ConsentCard key={line.id} line={line} />)
        ) : (
          <Card>
            <p className="font-semibold">{t("book.nothing")}</p>
            <p className="text-ink-soft">{t("book.nothingText")}</p>
          </Card>
        )}
      </Section>
      <Section title={t("book.name")}>{name ? <ConsentCard line={name} /> : <p>{t("book.nameNone", { street: streetName })}</p>}</Section>
      {contact.length > 0 ? (
        <Section title={t("book.contact")}>
          {contact.map((line) => (
            <ConsentCard key={line.id} line={line} />
          ))}
        </Section>
      ) : null}
      <Section title={t("book.figures")}>
        <p>{figures ? t("book.figuresOn") : t("book.figuresOff")}</p>
        {figures ? <ConsentCard line={figures} /> : null}
        <p>
          <Link to="/welkom/cijfers" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("book.figuresChange")}
          </Link>
        </p>
      </Section>
      <LooksPart looks={looks} />
      <HandedOverPart handed={handed} />
      <HelpedOnPaper sessions={helped} />
      <PastConsents lines={lines.filter((line) => line.withdrawnAt)} />
      <DownloadPart />
      <Section title={t("book.leave")}>
        <p className="measure">{t("book.leaveText")}</p>
        <p>
          <Link to="/toestemmingen/vertrek" className="inline-flex min-h-11 items-center text-danger underline underline-offset-4">
            {t("book.leaveLink")}
          </Link>
        </p>
      </Section>
    </Page>
  );
}
