import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailCheck, MapPinOff } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { claimsToDecide } from "../features/addresses/claims-to-decide.server.ts";
import { ClaimQueue } from "../features/addresses/claim-queue.tsx";
import { handledMissingAddresses, type MissingAddress, openMissingAddresses } from "../features/moderation/missing-addresses.server.ts";
import { pendingLetters } from "../features/moderation/pending-letters.server.ts";
import { LetterFacts } from "../features/moderation/letter-facts.tsx";
import { requireModerator } from "../features/session/guards.server.ts";
import { writtenPostcode } from "../i18n/postcode.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const title = serverT(moderator.locale, "moderation")("addresses.title");
  return asViewer(moderator, async (tx) => ({
    ...wordsFor(moderator.locale, "vouching"),
    title,
    claims: (await claimsToDecide(tx, moderator)).map(({ id, address, at }) => ({ id, address, at })),
    letters: await pendingLetters(tx, moderator),
    missing: await openMissingAddresses(tx),
    handled: await handledMissingAddresses(tx),
  }));
}

export default function Addresses() {
  const t = useT("moderation");
  const day = useDay();
  const { claims, letters, missing, handled } = useLoaderData<typeof loader>();
  return (
    <Page wide title={t("addresses.title")} intro={t("addresses.intro")}>
      <ClaimQueue claims={claims} />
      <Section title={t("addresses.missing")}>
        {missing.length ? (
          <Rows>
            {missing.map((address) => (
              <Row
                key={address.id}
                title={<AddressLine address={address} />}
                aside={
                  <ButtonLink look="secondary" to={`/beheer/adressen/${address.id}`}>
                    {t("addresses.answer")}
                  </ButtonLink>
                }
              >
                {address.neighbourhoodName ?? t("addresses.unknownNeighbourhood")} · {day(address.createdAt)}
              </Row>
            ))}
          </Rows>
        ) : (
          <EmptyState icon={<MapPinOff />} title={t("addresses.missingNone")}>
            {t("addresses.missingNoneText")}
          </EmptyState>
        )}
      </Section>
      <Section title={t("addresses.pending")} aside={letters.length ? <ButtonLink look="secondary" to="/beheer/brieven">{t("addresses.toLetters")}</ButtonLink> : null}>
        {letters.length ? (
          <Rows>
            {letters.map((letter) => (
              <Row key={letter.id} title={`${letter.street} ${letter.number}, ${writtenPostcode(letter.postcode)}`}>
                <LetterFacts letter={letter} />
              </Row>
            ))}
          </Rows>
        ) : (
          <EmptyState icon={<MailCheck />} title={t("addresses.pendingNone")}>
            {t("addresses.pendingNoneText")}
          </EmptyState>
        )}
      </Section>
      {handled.length ? (
        <details>
          <summary className="min-h-11 py-2 text-lg font-semibold">{t("addresses.handled")}</summary>
          <Rows>
            {handled.map((address) => (
              <Row key={address.id} title={<AddressLine address={address} />}>
                {address.handledAt ? t("addresses.handledOn", { date: day(address.handledAt) }) : null}: {address.outcome}
              </Row>
            ))}
          </Rows>
        </details>
      ) : null}
    </Page>
  );
}

function AddressLine({ address }: { address: MissingAddress }) {
  const t = useT("moderation");
  return (
    <>
      {address.streetName ?? t("missing.houseNumber")} {address.houseNumber}, {writtenPostcode(address.postcode)}
    </>
  );
}
