import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { HomeClaims } from "../features/addresses/home-claim-cards.tsx";
import { leavable } from "../features/households/leave-behind.server.ts";
import { PlannedMove } from "../features/households/moving-fields.tsx";
import { movesOn } from "../features/households/plan-move.server.ts";
import { Adults, Invitations, JoinRequests } from "../features/households/household-parts.tsx";
import { readHousehold } from "../features/households/read-household.server.ts";
import { pendingEmailChange } from "../features/session/apply-email-change.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const moving = await asViewer(resident, async (tx) => {
    const day = await movesOn(tx, resident);
    return day && { day: dayInWords(day, resident.locale), left: (await leavable(tx, resident)).filter(({ stays }) => stays).length };
  });
  return {
    moving,
    ...wordsFor(resident.locale, "household", "session", "vouching"),
    title: serverT(resident.locale, "household")("title"),
    household: await readHousehold(resident),
    change: await pendingEmailChange(resident.accountId),
  };
}

export default function Household() {
  const t = useT("household");
  const common = useT("common");
  const words = useT("session");
  const addresses = useT("vouching");
  const day = useDay();
  const { title, household, change, moving } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("intro")} back={{ to: "/meer", words: common("nav.more") }}>
      {moving ? <PlannedMove {...moving} change="/huishouden/verhuizen" /> : null}
      <HomeClaims claims={household.claims} />
      <JoinRequests requests={household.requests} />
      <Section title={t("adults")}>
        <Adults adults={household.adults} />
        {household.confirmedAt ? <p className="text-sm text-ink-soft">{addresses("home.confirmed", { day: day(household.confirmedAt) })}</p> : null}
        <Invitations invitations={household.invitations} />
        <ButtonLink wide look="secondary" to="/huishouden/uitnodigen">
          {t("invite")}
        </ButtonLink>
      </Section>
      <Section title={t("email")}>
        <p className="break-words">{household.email}</p>
        {change ? <Card tone="sun">{words("changeEmail.pending", { email: change.newEmail, date: day(change.effectiveAt) })}</Card> : null}
        <div className="flex flex-wrap gap-3">
          <ButtonLink look="secondary" to="/huishouden/e-mail">
            {t("changeEmail")}
          </ButtonLink>
          <ButtonLink look="quiet" to="/mijn-sessies">
            {t("sessions")}
          </ButtonLink>
          <ButtonLink look="quiet" to="/nodig-uit">
            {t("neighbours")}
          </ButtonLink>
          <ButtonLink look="quiet" to="/huishouden/vorige-bewoners">
            {addresses("home.left")}
          </ButtonLink>
        </div>
      </Section>
      <Section title={t("change")}>
        <div className="flex flex-wrap gap-3">
          <ButtonLink look="quiet" to="/huishouden/verhuizen">
            {t("moving.link")}
          </ButtonLink>
          {household.adults.length > 1 ? (
            <ButtonLink look="quiet" to="/huishouden/splitsen">
              {t("splitting.link")}
            </ButtonLink>
          ) : null}
        </div>
      </Section>
    </Page>
  );
}
