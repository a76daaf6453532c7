import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Building2, DoorOpen, MessageCircleQuestion } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { waitingTexts } from "../features/consent/answer-newer-text.server.ts";
import { WaitingTextsLine } from "../features/consent/waiting-texts-line.tsx";
import { KindsLink } from "../features/figures/kinds-link.tsx";
import { TypicalGasCard } from "../features/figures/typical-gas-card.tsx";
import { typicalGas } from "../features/figures/typical-gas.ts";
import { FirstStepCard } from "../features/first-step/first-step-card.tsx";
import { suggestStep } from "../features/first-step/suggest-step.server.ts";
import { KnowledgeLink } from "../features/knowledge/knowledge-link.tsx";
import { doneInHomesAlike } from "../features/measures/done-in-homes-alike.server.ts";
import { inWords } from "../features/measures/in-words.server.ts";
import { HomesAlikeDid } from "../features/measures/homes-alike-did.tsx";
import { HidingList } from "../features/moderation/hiding-list.tsx";
import { countDisclosures, ownHidings } from "../features/moderation/own-hidings.server.ts";
import { LooksLine } from "../features/moderation/looks-line.tsx";
import { homeInShort } from "../features/neighbourhood/home-in-short.server.ts";
import { HomeFacts } from "../features/neighbourhood/home-facts.tsx";
import { HomesLikeMine } from "../features/neighbourhood/homes-like-mine.tsx";
import { countHomesLikeMine } from "../features/neighbourhood/homes-like-mine.server.ts";
import { PostcodeUse } from "../features/neighbourhood/postcode-use.tsx";
import { useOfPostcode } from "../features/neighbourhood/use-of-postcode.server.ts";
import { ownHome } from "../features/neighbourhood/own-home.server.ts";
import { corrected, correctedLabel } from "../features/own-home/correction.ts";
import { leftFacts } from "../features/own-home/left-facts.server.ts";
import { LeftFacts } from "../features/own-home/left-facts.tsx";
import { ownCorrection } from "../features/own-home/own-correction.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { ownItems } from "../features/sharing/own-items.server.ts";
import { OwnThings } from "../features/sharing/own-things.tsx";
import { whomToAsk } from "../features/together/whom-to-ask.server.ts";
import { JoinedList } from "../features/wishes/joined-list.tsx";
import { joinedWishes } from "../features/wishes/joined-wishes.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, async (tx) => {
    const home = await ownHome(tx, resident.dwellingId);
    const own = await ownCorrection(tx, resident.householdId);
    const reckoned = home && { ...corrected(home, own), label: correctedLabel(home.label, own) };
    const done = reckoned && (await doneInHomesAlike(tx, resident, reckoned));
    return {
      home,
      own,
      reckoned,
      done,
      suggestion: reckoned && (await suggestStep(tx, resident, reckoned, done)),
      use: await useOfPostcode(tx, home?.postcode ?? null),
      left: await leftFacts(tx),
      items: await ownItems(tx, resident),
      joined: await joinedWishes(tx, resident),
      alike: reckoned && (await countHomesLikeMine(tx, resident, reckoned)),
      hidings: await ownHidings(tx, resident),
      newerTexts: await waitingTexts(tx, resident),
      looks: await countDisclosures(tx, resident),
      together: (await whomToAsk(tx, resident)).why !== "small",
    };
  });
  return { ...wordsFor(resident.locale, "home", "ownHome", "firstStep", "catalogue", "figures"), title: serverT(resident.locale, "home")("title"), ...found, done: found.done && found.done.map((each) => ({ kind: each.kind, mayAsk: each.mayAsk, ...inWords(resident.locale, each) })), inShort: found.reckoned && homeInShort(resident.locale, found.reckoned), typical: found.reckoned && typicalGas(found.reckoned) };
}

export default function MyHome() {
  const t = useT("home");
  const { home, own, inShort, reckoned, done, suggestion, use, left, items, joined, alike, hidings, newerTexts, looks, together, typical } = useLoaderData<typeof loader>();
  return (
    <Page title={t("title")} wide>
      {hidings.length > 0 ? <HidingList hidings={hidings} items={items} /> : null}
      {reckoned && suggestion ? <FirstStepCard suggestion={suggestion} home={reckoned} own={own} /> : null}
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="flex flex-col gap-8">
          <OwnThings items={items}>
            <JoinedList joined={joined} />
          </OwnThings>
          <LeftFacts facts={left} />
        </div>
        <div className="flex flex-col gap-6">
          {home ? <HomesLikeMine alike={alike} /> : null}
          <HomesAlikeDid done={done} />
          <KindsLink />
          <KnowledgeLink />
          {home ? <HomeFacts home={home} own={own} inShort={inShort} /> : null}
          {typical ? <TypicalGasCard typical={typical} /> : null}
          <PostcodeUse use={use} />
          {together ? (
            <Link to="/verzoeken" className="inline-flex min-h-11 items-center gap-2 text-garden underline underline-offset-4">
              <Building2 aria-hidden className="size-5 shrink-0" />
              {t("together")}
            </Link>
          ) : null}
          <Link to="/kijkjes" className="inline-flex min-h-11 items-center gap-2 text-garden underline underline-offset-4">
            <DoorOpen aria-hidden className="size-5 shrink-0" />
            {t("visits")}
          </Link>
          <Link to="/koploper" className="inline-flex min-h-11 items-center gap-2 text-garden underline underline-offset-4">
            <MessageCircleQuestion aria-hidden className="size-5 shrink-0" />
            {t("koploper")}
          </Link>
          <WaitingTextsLine count={newerTexts} />
          <LooksLine looks={looks} />
        </div>
      </div>
    </Page>
  );
}
