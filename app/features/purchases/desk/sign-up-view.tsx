import { useDay } from "../../../i18n/use-day.ts";
import { dayInWords } from "../../../i18n/day.ts";
import { useLocale, useT } from "../../../i18n/use-t.tsx";
import { Card, Facts, Section } from "../../../ui/page.tsx";
import { Row, Rows } from "../../../ui/rows.tsx";
import { euros } from "../euros.ts";
import type { SignUpPage } from "./sign-up-page.server.ts";

/** What is known of a sign-up. Needs the words of "purchaseDesk". */
export function SignUpFacts({ page: { signUp, paperSignedOn, deliveredOn, coolingOffUntil, offer, satisfaction, review } }: { page: SignUpPage }) {
  const t = useT("purchaseDesk");
  const locale = useLocale();
  const day = (at: string) => dayInWords(at, locale);
  const { home, party, homes, state, reason, visitOn, plannedOn } = signUp;
  return (
    <Facts
      facts={[
        { name: t("signUp.home"), value: home ?? t("board.erased") },
        { name: t("signUp.party"), value: party === "association" ? t("board.association", { homes: t("rules.homes", { count: homes }) }) : t(`signUp.parties.${party}`) },
        ...(paperSignedOn ? [{ name: t("signUp.paper"), value: t("signUp.paperSigned", { day: day(paperSignedOn) }) }] : []),
        { name: t("signUp.state"), value: t(`signUpStates.${state}`) },
        ...(reason ? [{ name: t("signUp.reason"), value: t(`reasons.${reason}`) }] : []),
        ...(visitOn ? [{ name: t("signUp.visitOn"), value: day(visitOn) }] : []),
        ...(offer ? [{ name: t("signUp.offer", { version: offer.version }), value: t("signUp.offerLine", { price: euros(offer.priceCents, locale), total: euros(offer.priceCents + offer.extrasCents, locale), day: day(offer.validUntil) }), note: offer.extrasWhat }] : []),
        ...(coolingOffUntil ? [{ name: t("signUp.coolingOff"), value: day(coolingOffUntil) }] : []),
        ...(plannedOn ? [{ name: t("signUp.plannedOn"), value: day(plannedOn) }] : []),
        ...(deliveredOn ? [{ name: t("signUp.deliveredOn"), value: day(deliveredOn) }] : []),
        ...(satisfaction ? [{ name: t("signUp.review"), value: t("signUp.reviewLine", { stars: satisfaction }), note: review }] : []),
      ]}
    />
  );
}

/** What the home was asked, and answered. Needs the words of "purchaseDesk". */
export function Answers({ answers, photos, toLookAt }: Pick<SignUpPage, "answers" | "photos" | "toLookAt">) {
  const t = useT("purchaseDesk");
  if (answers.length + photos.length + toLookAt.length === 0) return null;
  return (
    <Section title={t("signUp.answers")}>
      {answers.length > 0 ? <Facts facts={answers.map(({ question, answer }) => ({ name: question, value: answer }))} /> : null}
      {toLookAt.length > 0 ? (
        <Card tone="sun">
          <p className="font-semibold">{t("signUp.lookAt")}</p>
          <ul className="list-disc pl-5">
            {toLookAt.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      {photos.length > 0 ? (
        <ul className="grid gap-4 sm:grid-cols-2">
          {photos.map(({ id, question }) => (
            <li key={id} className="flex flex-col gap-2">
              <p className="font-semibold">{question}</p>
              <a href={`/beheer/inkopen/foto/${id}`}>
                <img src={`/beheer/inkopen/foto/${id}`} alt={question} className="aspect-4/3 w-full rounded-xl bg-raised object-contain" />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

/** Every step: which, by whom, when and why. Needs the words of "purchaseDesk". */
export function History({ events }: { events: SignUpPage["events"] }) {
  const t = useT("purchaseDesk");
  const day = useDay();
  return (
    <Section title={t("signUp.history")}>
      <Rows>
        {events.map(({ id, state, mover, reason, words, at }) => (
          <Row key={id} title={t("signUp.line", { state: t(`signUpStates.${state}`), mover: t(`signUp.movers.${mover}`) })}>
            {[day(at), reason ? t(`reasons.${reason}`) : null, words].filter(Boolean).join(" · ")}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
