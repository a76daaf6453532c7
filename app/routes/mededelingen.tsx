import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { AnnouncementCard } from "../features/neighbourhood/announcement-card.tsx";
import { announcements } from "../features/neighbourhood/announcements.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const messages = await asViewer(resident, (tx) => announcements(tx, resident.neighbourhoodCode, 100));
  return { ...wordsFor(resident.locale, "neighbourhood"), title: serverT(resident.locale, "neighbourhood")("allAnnouncements"), messages };
}

export default function Announcements() {
  const t = useT("neighbourhood");
  const { title, messages } = useLoaderData<typeof loader>();
  return (
    <Page title={title} back={{ to: "/buurt", words: t("backToBuurt") }}>
      {messages.map((message) => (
        <AnnouncementCard key={message.id} message={message} level="h2" />
      ))}
    </Page>
  );
}
