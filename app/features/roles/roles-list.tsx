import { Form } from "@remix-run/react";
import { Users } from "lucide-react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink, Unseen } from "../../ui/button.tsx";
import { EmptyState, Page, Section } from "../../ui/page.tsx";
import type { Desk } from "./desk.ts";
import type { HeldRole } from "./held-roles.server.ts";
import type { PendingInvitation } from "./pending-invitations.server.ts";
import { useRoleDays, useRoleInWords } from "./role-words.tsx";

/** Who has which role at a desk, and who was invited. Needs `roles`. */
export function RolesList({ title, desk, roles, invitations }: { title: string; desk: Desk; roles: HeldRole[]; invitations: PendingInvitation[] }) {
  const t = useT("roles");
  return (
    <Page title={title} intro={t(`list.intro.${desk}`)}>
      <ButtonLink wide to={`/${desk}/rollen/uitnodigen`}>
        {t("list.invite")}
      </ButtonLink>
      <Section title={t("list.now")}>
        <ul className="flex flex-col gap-3">
          {roles.map((role) => (
            <RoleCard key={role.id} role={role} desk={desk} />
          ))}
        </ul>
      </Section>
      <Section title={t("list.invited")}>
        {invitations.length ? (
          <ul className="flex flex-col gap-3">
            {invitations.map((invitation) => (
              <InvitationCard key={invitation.id} invitation={invitation} desk={desk} />
            ))}
          </ul>
        ) : (
          <EmptyState icon={<Users />} title={t("list.nobody")}>
            {t("list.nobodyText")}
          </EmptyState>
        )}
      </Section>
      <p>
        <ButtonLink look="quiet" to={`/${desk}/rollen/logboek`}>
          {t("list.log")}
        </ButtonLink>
      </p>
    </Page>
  );
}

function RoleCard({ role, desk }: { role: HeldRole; desk: Desk }) {
  const t = useT("roles");
  const inWords = useRoleInWords()(role);
  const days = useRoleDays();
  const name = role.name ?? role.manager ?? t("list.nameless");
  return (
    <li className="rounded-card border border-line bg-surface p-4">
      <h3 className="text-lg break-words">
        {name}
        {role.mine ? ` (${t("list.you")})` : null}
      </h3>
      <p>{inWords}</p>
      {role.manager ? <p className="break-words">{t("list.onBehalfOf", { organisation: role.manager })}</p> : null}
      <p className="text-sm text-ink-soft">{days(role)}</p>
      <div className="mt-2 flex flex-wrap gap-x-5">
        {role.until && !role.mine ? (
          <ButtonLink look="quiet" to={`/${desk}/rollen/${role.id}/verlenging`}>
            {t("list.extend")}
            <Unseen>
              : {name}, {inWords}
            </Unseen>
          </ButtonLink>
        ) : null}
        <ButtonLink look="quiet" to={`/${desk}/rollen/${role.id}/einde`}>
          {t("list.end")}
          <Unseen>
            : {name}, {inWords}
          </Unseen>
        </ButtonLink>
      </div>
    </li>
  );
}

function InvitationCard({ invitation, desk }: { invitation: PendingInvitation; desk: Desk }) {
  const t = useT("roles");
  const day = useDay();
  const inWords = useRoleInWords()(invitation);
  const days = useRoleDays();
  const name = invitation.email ?? t("list.invitedByColleague");
  return (
    <li className="rounded-card border border-dashed border-line-strong p-4">
      <h3 className="text-lg break-words">{name}</h3>
      <p>{inWords}</p>
      <p className="text-sm text-ink-soft">
        {days({ ...invitation, begins: true })} · {t("list.invitedOn", { date: day(invitation.invitedAt) })}
      </p>
      <Form method="post" action={`/${desk}/rollen/uitnodiging/${invitation.id}`} className="mt-2 flex flex-wrap gap-x-5">
        {invitation.mayResend ? (
          <Button look="quiet" name="wat" value="opnieuw">
            {t("list.sendAgain")}
            <Unseen>
              : {name}, {inWords}
            </Unseen>
          </Button>
        ) : null}
        <Button look="quiet" name="wat" value="terug">
          {t("list.takeBack")}
          <Unseen>
            : {name}, {inWords}
          </Unseen>
        </Button>
      </Form>
    </li>
  );
}
