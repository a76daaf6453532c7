import { useDay } from "../../i18n/use-day.ts";
import { Card } from "../../ui/page.tsx";

/** An announcement as residents see it: who says it, when, and paragraphs where the author left a line empty. */
export function AnnouncementCard({ announcement, level = 2 }: { announcement: { shownName: string; title: string; body: string; publishedAt: Date }; level?: 2 | 3 }) {
  const day = useDay();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <Card tone="garden">
      <article className="flex flex-col gap-3">
        <Heading className="text-xl">{announcement.title}</Heading>
        {announcement.body.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index} className="measure break-words whitespace-pre-line">
            {paragraph}
          </p>
        ))}
        <p className="text-sm text-ink-soft">
          {announcement.shownName} · {day(announcement.publishedAt)}
        </p>
      </article>
    </Card>
  );
}
