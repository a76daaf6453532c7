import { Form } from "@remix-run/react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, Section } from "../../ui/page.tsx";

/** Who asks to belong to the household, with yes and no. Nothing when nobody does. */
export function JoinRequests({ requests }: { requests: { id: string; name: string }[] }) {
  const t = useT("household");
  if (requests.length === 0) return null;
  return (
    <Section title={t("requests")}>
      {requests.map(({ id, name }) => (
        <Card key={id} tone="sun">
          <p className="measure">{t("requestText", { name })}</p>
          <Form method="post" action={`/huishouden/verzoek/${id}`} className="mt-4 flex flex-wrap gap-3">
            <Button name="antwoord" value="ja">
              {t("accept", { name })}
            </Button>
            <Button look="secondary" name="antwoord" value="nee">
              {t("decline")}
            </Button>
          </Form>
        </Card>
      ))}
    </Section>
  );
}

/** The adults of the household, by the names that they chose. */
export function Adults({ adults }: { adults: { name: string | null; since: Date; me: boolean }[] }) {
  const t = useT("household");
  const day = useDay();
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {adults.map(({ name, since, me }) => (
        <li key={`${name} ${since.getTime()}`} className="flex flex-wrap items-baseline justify-between gap-2 px-4 py-3">
          <span className="font-semibold">
            {name ?? t("noName")}
            {me ? ` (${t("me")})` : ""}
          </span>
          <span className="text-sm text-ink-soft">{t("since", { date: day(since) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Invitations that this adult sent and nobody has answered. */
export function Invitations({ invitations }: { invitations: { id: string; email: string; at: Date }[] }) {
  const t = useT("household");
  const day = useDay();
  if (invitations.length === 0) return null;
  return (
    <ul aria-label={t("invitations")} className="divide-y divide-line rounded-card border border-dashed border-line-strong">
      {invitations.map(({ id, email, at }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
          <span className="min-w-0 break-words">
            {email} <span className="block text-sm text-ink-soft">{t("invitedOn", { date: day(at) })}</span>
          </span>
          <Form method="post" action={`/huishouden/uitnodiging/${id}/intrekking`}>
            <Button look="quiet" aria-label={t("revokeOf", { email })}>
              {t("revoke")}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
