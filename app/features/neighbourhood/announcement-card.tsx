import { Megaphone } from "lucide-react";
import { Day } from "../../ui/day.tsx";
import { Card } from "../../ui/page.tsx";
import type { Announcement } from "./announcements.server.ts";

/** A message of the moderator to the neighbourhood. `level` is that of its heading on the page. */
export function AnnouncementCard({ message, level: Heading = "h3" }: { message: Announcement; level?: "h2" | "h3" }) {
  return (
    <Card tone="sun">
      <article id={message.id} className="scroll-mt-4">
        <Heading className="flex items-start gap-2 text-lg">
          <Megaphone aria-hidden className="mt-0.5 size-5 shrink-0 text-sun" />
          {message.title}
        </Heading>
        <p className="mt-2 measure break-words whitespace-pre-line">{message.body}</p>
        <p className="mt-2 text-sm text-ink-soft">
          {message.shownName} · <Day at={message.publishedAt} />
        </p>
      </article>
    </Card>
  );
}
