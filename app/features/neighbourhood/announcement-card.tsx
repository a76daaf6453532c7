import { Megaphone } from "lucide-react";
import { Day } from "../../ui/day.tsx";
import { Card } from "../../ui/page.tsx";
import type { Announcement } from "./announcements.server.ts";

/** A message of the moderator to the neighbourhood. */
export function AnnouncementCard({ message }: { message: Announcement }) {
  return (
    <Card tone="sun">
      <article>
        <h3 className="flex items-start gap-2 text-lg">
          <Megaphone aria-hidden className="mt-0.5 size-5 shrink-0 text-sun" />
          {message.title}
        </h3>
        <p className="mt-2 measure break-words whitespace-pre-line">{message.body}</p>
        <p className="mt-2 text-sm text-ink-soft">
          {message.shownName} · <Day at={message.publishedAt} />
        </p>
      </article>
    </Card>
  );
}
