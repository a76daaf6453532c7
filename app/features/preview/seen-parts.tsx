import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, EmptyState, Section } from "../../ui/page.tsx";
import { KoploperCard } from "../koplopers/koploper-card.tsx";
import { ItemCard } from "../sharing/item-card.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import { VisitCard } from "../visits/visit-card.tsx";
import type { Eyes } from "./eyes.ts";
import type { SeenAnswer, SeenOfHousehold } from "./seen-of-household.server.ts";

/** What a viewer sees of a household, on the cards with which the pages show it. Needs `preview`, `catalogue`, `visits`, `koplopers` and `purchases`. */
export function SeenParts({ seen, eyes }: { seen: SeenOfHousehold; eyes: Eyes }) {
  const t = useT("preview");
  const states = useT("purchases");
  const { items, answers, visits, koplopers, contacts, names, signUps } = seen;
  const withOthers = (["wishes", "claims", "outcomes", "requests"] as const).filter((what) => names[what] > 0);
  const nothing = [items, answers, visits, koplopers, contacts, signUps, withOthers].every((list) => list.length === 0);
  if (nothing && eyes !== "municipality") {
    return (
      <EmptyState icon={<EyeOff />} title={t(`nothing.${eyes}`)} action={eyes === "moderator" ? null : <ButtonLink look="secondary" to="/mijn-huis">{t("toHome")}</ButtonLink>}>
        {t(eyes === "moderator" ? "nothingModeratorText" : "nothingText")}
      </EmptyState>
    );
  }
  return (
    <>
      {items.length > 0 ? (
        <Part title={t("items")}>
          {items.map((item) => (
            <li key={item.id}>
              <ItemCard item={item} />
            </li>
          ))}
        </Part>
      ) : null}
      {seen.mark ? (
        <Section title={t("map")}>
          <Card>
            <p className="measure">{seen.mark.number ? t("mapHouse", { street: seen.mark.street, number: seen.mark.number }) : t("mapFlat", { street: seen.mark.street })}</p>
          </Card>
        </Section>
      ) : null}
      {answers.length > 0 ? (
        <Part title={t("answers")}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <AnswerAsSeen answer={answer} />
            </li>
          ))}
        </Part>
      ) : null}
      {visits.length > 0 ? (
        <Part title={t("visits")}>
          {visits.map(({ visit, moments }) => (
            <li key={visit.id}>
              <VisitCard visit={visit} moments={moments} />
            </li>
          ))}
        </Part>
      ) : null}
      {koplopers.length > 0 ? (
        <Part title={t("koplopers")}>
          {koplopers.map((koploper) => (
            <li key={koploper.id}>
              <KoploperCard koploper={koploper} />
            </li>
          ))}
        </Part>
      ) : null}
      {contacts.length > 0 || withOthers.length > 0 ? (
        <Section title={t("names")}>
          <ul className="list-disc pl-5">
            {contacts.map(({ grantId, shownName, ofBuilding }) => (
              <li key={grantId}>{t(ofBuilding ? "contactBuilding" : "contactStreet", { name: shownName ?? t("someone") })}</li>
            ))}
            {withOthers.map((what) => (
              <li key={what}>{t(`with.${what}`, { count: names[what] })}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {signUps.length > 0 ? (
        <Section title={t("signUps")}>
          <ul className="list-disc pl-5">
            {signUps.map(({ id, purchaseTitle, state }) => (
              <li key={id}>{`${purchaseTitle}: ${states(`shortStates.${state}`)}`}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** An answer as it stands beneath its question. */
function AnswerAsSeen({ answer }: { answer: SeenAnswer }) {
  const t = useT("preview");
  const person = usePersonName();
  const locale = useLocale();
  return (
    <Card>
      <p className="text-ink-soft">{[t(answer.outcome ? "outcome" : "answer"), person(answer), dayInWords(answer.createdAt, locale)].join(" · ")}</p>
      <p className="mt-1 measure break-words whitespace-pre-line">{answer.body}</p>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title}>
      <ul className="flex flex-col gap-3">{children}</ul>
    </Section>
  );
}
