import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { HandHelping } from "lucide-react";
import { sessionsHere } from "../features/assisted/assisted-log.server.ts";
import { LogRows } from "../features/assisted/log-rows.tsx";
import { requireModerator } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  return { ...wordsFor(moderator.locale, "assisted"), title: serverT(moderator.locale, "assisted")("desk.title"), sessions: await sessionsHere(moderator) };
}

export default function HelpLog() {
  const t = useT("assisted");
  const { title, sessions } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("desk.intro")}>
      {sessions.length ? (
        <LogRows sessions={sessions} named />
      ) : (
        <EmptyState icon={<HandHelping />} title={t("desk.none")}>
          {t("desk.noneText")}
        </EmptyState>
      )}
      <p>
        <Link to="/helpen" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("desk.help")}
        </Link>
      </p>
    </Page>
  );
}
