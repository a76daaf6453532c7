import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { MailCheck, Printer } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { BatchLine } from "../features/letters/batch-line.tsx";
import { letterBatches } from "../features/letters/batches.server.ts";
import { letterReachIn } from "../features/letters/reach.server.ts";
import { LetterFacts } from "../features/moderation/letter-facts.tsx";
import { moderatedNeighbourhoods } from "../features/moderation/moderated-neighbourhoods.server.ts";
import { pendingLetters } from "../features/moderation/pending-letters.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { writtenPostcode } from "../i18n/postcode.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Facts, Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const { letters, batches, areas } = await asViewer(moderator, async (tx) => ({
    letters: await pendingLetters(tx, moderator),
    batches: await letterBatches(tx, moderator),
    areas: await moderatedNeighbourhoods(tx, moderator),
  }));
  const neighbourhoods = await Promise.all(areas.map(async (area) => ({ ...area, reach: await letterReachIn(area.code) })));
  return { title: serverT(moderator.locale, "moderation")("letters.title"), letters, batches, neighbourhoods };
}

export default function Letters() {
  const t = useT("moderation");
  const { letters, batches, neighbourhoods } = useLoaderData<typeof loader>();
  return (
    <Page wide title={t("letters.title")} intro={t("letters.intro")}>
      {neighbourhoods.map(({ code, name, served, reach }) => (
        <Section key={code} title={name} aside={served ? <ButtonLink to={`/beheer/brieven/nieuw?buurt=${code}`}>{t("letters.new")}</ButtonLink> : null}>
          <Facts
            facts={[
              { name: t("letters.sent"), value: t("letters.addresses", { count: reach.sent }), note: t("letters.sentNote") },
              { name: t("letters.refused"), value: <Link to="/beheer/brieven/weigeringen" className="underline underline-offset-4">{t("letters.addresses", { count: reach.refused })}</Link> },
            ]}
          />
        </Section>
      ))}
      <Section title={t("letters.asked")}>
        {letters.length ? (
          <Rows>
            {letters.map((letter) => (
              <Row key={letter.id} title={`${letter.street} ${letter.number}, ${writtenPostcode(letter.postcode)}`}>
                <LetterFacts letter={letter} />
              </Row>
            ))}
          </Rows>
        ) : (
          <EmptyState icon={<MailCheck />} title={t("letters.none")}>
            {t("letters.noneText")}
          </EmptyState>
        )}
        <p className="measure text-sm text-ink-soft">{t("letters.laterHint")}</p>
      </Section>
      <Section title={t("letters.batches")}>
        {batches.length ? (
          <Rows>
            {batches.map((batch) => (
              <BatchLine key={batch.id} batch={batch} />
            ))}
          </Rows>
        ) : (
          <EmptyState icon={<Printer />} title={t("letters.batchesNone")}>
            {t("letters.batchesNoneText")}
          </EmptyState>
        )}
      </Section>
    </Page>
  );
}
