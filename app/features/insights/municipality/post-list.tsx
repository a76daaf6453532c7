import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useDay } from "../../../i18n/use-day.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { Card } from "../../../ui/page.tsx";
import type { Post } from "./posts.server.ts";

const tones = { open: "sky", moved: "sky", kept: "garden", late: "sun" } as const;

/** Answers and promises of a municipality, with what came of them. Needs `releases`. @param deed a link below each, such as to tell how it is going */
export function PostList({ posts, deed }: { posts: readonly Post[]; deed?: (post: Post) => { to: string; words: ReactNode } | null }) {
  const t = useT("releases");
  const day = useDay();
  const on = (date: string | Date) => day(new Date(date));
  if (posts.length === 0) return <p className="text-ink-soft">{t("posts.none")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {posts.map((post) => {
        const more = deed?.(post);
        return (
          <li key={post.id}>
            <Card tone={post.state ? tones[post.state] : "plain"}>
              <div className="flex flex-col gap-2">
                <p className="text-sm font-semibold">
                  {t(`posts.${post.kind}`)}
                  {post.state ? `: ${t(`posts.states.${post.state}`)}` : null}
                </p>
                <h3 className="text-lg break-words">{post.title}</h3>
                <p className="measure break-words whitespace-pre-line">{post.body}</p>
                {post.state && post.state !== "kept" && post.dueNow ? <p className="font-semibold">{post.dueNow === post.dueOn ? t("posts.due", { date: on(post.dueNow) }) : t("posts.moved", { first: on(post.dueOn!), date: on(post.dueNow) })}</p> : null}
                {post.reports.map((report) => (
                  <div key={report.id} className="border-l-3 border-line-strong pl-3">
                    <p className="text-sm font-semibold">{t(`posts.reports.${report.outcome}`, { date: on(report.reportedAt), due: report.dueOn ? on(report.dueOn) : "" })}</p>
                    <p className="measure break-words whitespace-pre-line">{report.reason}</p>
                  </div>
                ))}
                {post.state === "late" && post.reports.length === 0 ? <p className="measure">{t("posts.lateNoReason")}</p> : null}
                <p className="text-sm text-ink-soft">{t("posts.posted", { date: on(post.postedAt) })}</p>
                {more ? (
                  <Link to={more.to} className="inline-flex min-h-11 items-center self-start text-garden underline underline-offset-4">
                    {more.words}
                    <span className="sr-only">: {post.title}</span>
                  </Link>
                ) : null}
              </div>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
