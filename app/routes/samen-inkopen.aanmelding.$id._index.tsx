import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { asksLandlord, landlordOf } from "../features/purchases/ask-landlord.server.ts";
import { LandlordCard } from "../features/purchases/landlord-card.tsx";
import { OfferView } from "../features/purchases/offer-view.tsx";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { canWithdraw, deedsOf } from "../features/purchases/policy.ts";
import { SignUpDocuments } from "../features/purchases/sign-up-documents.tsx";
import { SignUpNext } from "../features/purchases/sign-up-next.tsx";
import { SignUpSteps } from "../features/purchases/sign-up-steps.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { today } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.signUp.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { signUp, landlord } = await asViewer(resident, async (tx) => {
    const found = await ownSignUp(tx, resident, args.params.id);
    return { signUp: found, landlord: asksLandlord(found) ? await landlordOf(tx, resident, found) : null };
  });
  return { ...wordsFor(resident.locale, "purchases", "together"), signUp, landlord, deeds: deedsOf(signUp, today()), canWithdraw: canWithdraw(signUp, today()) };
}

export default function OwnPurchaseSignUp() {
  const t = useT("purchases");
  const found = useLoaderData<typeof loader>();
  const { signUp, landlord } = found;
  return (
    <Page title={signUp.title} intro={t(`signUpStates.${signUp.state}`)} back={{ to: `/samen-inkopen/${signUp.purchaseId}`, words: t("mine.back") }}>
      <SignUpNext {...found} />
      {landlord ? <LandlordCard signUpId={signUp.id} landlord={landlord} first={signUp.proposed === null} /> : null}
      {signUp.offers.length > 0 ? (
        <Section title={t("mine.offers")}>
          {signUp.offers.map((offer) => (
            <OfferView key={offer.version} offer={offer} newest={offer.version === signUp.offers[0]!.version} ordered={offer.version === signUp.offerVersion} />
          ))}
        </Section>
      ) : null}
      <SignUpSteps events={signUp.events} />
      <SignUpDocuments signUp={signUp} />
    </Page>
  );
}
