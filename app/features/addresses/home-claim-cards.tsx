import { Form } from "@remix-run/react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, Section } from "../../ui/page.tsx";
import type { HomeClaim } from "./home-claims.server.ts";

/** What others say of one's own address, with the answers. Nothing where nobody says anything. */
export function HomeClaims({ claims }: { claims: HomeClaim[] }) {
  const t = useT("vouching");
  return claims.map((claim) => (
    <Section key={claim.id} title={t(claim.way === "gone" ? "home.goneTitle" : "home.title")}>
      <Card tone={claim.open ? "sun" : "plain"}>
        <Said claim={claim} />
      </Card>
    </Section>
  ));
}

function Said({ claim }: { claim: HomeClaim }) {
  const t = useT("vouching");
  const day = useDay();
  const { id, way, name, until, startsAt, open, outcome, reason, decidedAt } = claim;
  if (outcome && decidedAt) {
    return (
      <>
        <p className="measure">{t(`home.decided_${outcome}`, { day: day(decidedAt) })}</p>
        <p className="measure mt-2 whitespace-pre-line break-words">{reason}</p>
      </>
    );
  }
  if (!open) return <p className="measure">{t("home.waiting")}</p>;
  const answer = `/huishouden/adres/${id}`;
  if (way === "gone") {
    return (
      <>
        <p className="measure">{t("home.goneText", { day: day(until) })}</p>
        <Form method="post" action={answer} className="mt-4">
          <Button name="antwoord" value="klopt">
            {t("home.goneYes")}
          </Button>
        </Form>
      </>
    );
  }
  const words = way === "vouch" ? (startsAt ? "home.text_vouch" : "home.text_vouchStarted") : way === "door" ? "home.text_door" : "home.text_letter";
  return (
    <>
      <p className="measure">{t(words, { name, day: startsAt ? day(startsAt) : "" })}</p>
      <p className="measure mt-2">{t("home.sees")}</p>
      <p className="measure mt-2">{t("home.until", { day: day(until) })}</p>
      <Form method="post" action={answer} className="mt-4 flex flex-wrap gap-3">
        <Button name="antwoord" value="klopt">
          {t("home.yes")}
        </Button>
        <Button look="secondary" name="antwoord" value="klopt-niet">
          {t("home.no")}
        </Button>
      </Form>
    </>
  );
}
