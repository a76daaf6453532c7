import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireAccount } from "../features/session/guards.server.ts";
import { listSessions } from "../features/session/list-sessions.server.ts";
import { revokeOtherSessions } from "../features/session/revoke-session.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  return { ...wordsFor(viewer.locale, "session"), title: serverT(viewer.locale, "session")("sessions.title"), sessions: await listSessions(viewer) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  await revokeOtherSessions(viewer);
  return redirectWithFlash("/mijn-sessies", { text: serverT(viewer.locale, "session")("sessions.othersEnded") });
}

export default function MySessions() {
  const t = useT("session");
  const common = useT("common");
  const day = useDay();
  const { title, sessions } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("sessions.intro")} back={{ to: "/meer", words: common("nav.more") }}>
      <ul className="flex flex-col gap-3">
        {sessions.map((session) => (
          <li key={session.id}>
            <Card tone={session.current ? "garden" : "plain"}>
              <div className="flex flex-wrap items-center justify-between gap-3">
                <div>
                  <p className="font-semibold">
                    {session.device || t("sessions.unknown")}
                    {session.current ? ` · ${t("sessions.here")}` : ""}
                    {session.passkey ? ` · ${t("sessions.withPasskey")}` : ""}
                  </p>
                  <p className="text-sm text-ink-soft">{t("sessions.since", { since: day(session.createdAt), last: day(session.lastSeenAt) })}</p>
                </div>
                {session.current ? null : (
                  <Form method="post" action={`/mijn-sessies/${session.id}/einde`}>
                    <Button look="secondary" aria-label={t("sessions.endOn", { device: session.device || t("sessions.unknown") })}>
                      {t("sessions.end")}
                    </Button>
                  </Form>
                )}
              </div>
            </Card>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post">
          <Button look="danger" wide>
            {t("sessions.endOthers")}
          </Button>
        </Form>
      ) : null}
    </Page>
  );
}
