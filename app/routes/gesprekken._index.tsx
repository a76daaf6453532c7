import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { MessagesSquare } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { ownThreads } from "../features/threads/own-threads.server.ts";
import { useAbout } from "../features/threads/use-about.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Day } from "../ui/day.tsx";
import { EmptyState, Page } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  return {
    ...wordsFor(resident.locale, "threads", "catalogue"),
    title: serverT(resident.locale, "threads")("list.title"),
    threads: await asViewer(resident, (tx) => ownThreads(tx, resident)),
  };
}

export default function Threads() {
  const t = useT("threads");
  const person = usePersonName();
  const about = useAbout();
  const { title, threads } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("list.intro")} back={{ to: "/meer", words: t("list.back") }}>
      {threads.length === 0 ? (
        <EmptyState icon={<MessagesSquare />} title={t("list.noneTitle")} action={<ButtonLink to="/buurt">{t("list.noneAction")}</ButtonLink>}>
          <p>{t("list.none")}</p>
        </EmptyState>
      ) : (
        <Rows>
          {threads.map((thread) => (
            <Row
              key={thread.id}
              title={
                <Link to={`/gesprekken/${thread.id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                  {person(thread)}
                </Link>
              }
              aside={thread.endedAt ? <span className="text-ink-soft">{t("list.ended")}</span> : thread.myTurn ? <strong>{t("list.myTurn")}</strong> : null}
            >
              {about(thread)} · <Day at={thread.lastMessageAt} />
            </Row>
          ))}
        </Rows>
      )}
    </Page>
  );
}
