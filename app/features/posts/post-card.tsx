import type { ReactNode } from "react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";
import type { Post } from "./posts.server.ts";

const tones = { open: "sky", moved: "sky", kept: "garden", late: "sun", withdrawn: "plain" } as const;

/** An answer or promise of a municipality, with what came of it; of one that was withdrawn first why, and what stood there a click away. Needs `releases`. */
export function PostCard({ post, children }: { post: Post; children?: ReactNode }) {
  const t = useT("releases");
  const day = useDay();
  const on = (date: string | Date) => day(new Date(date));
  const withdrawn = post.state === "withdrawn";
  const due = post.dueNow && post.dueOn && (post.dueNow === post.dueOn ? t(withdrawn ? "posts.wasDue" : "posts.due", { date: on(post.dueNow) }) : t("posts.moved", { first: on(post.dueOn), date: on(post.dueNow) }));
  const whatStands = (
    <>
      {post.body ? <p className="measure break-words whitespace-pre-line">{post.body}</p> : null}
      {post.reports.map((report) => (
        <div key={report.id} className="border-l-3 border-line-strong pl-3">
          <p className="text-sm font-semibold">{t(`posts.reports.${report.outcome}`, { date: on(report.reportedAt), due: report.dueOn ? on(report.dueOn) : "" })}</p>
          {report.reason ? <p className="measure break-words whitespace-pre-line">{report.reason}</p> : null}
        </div>
      ))}
    </>
  );
  return (
    <Card tone={post.hidden ? "brick" : post.state ? tones[post.state] : "plain"}>
      <div className="flex flex-col gap-2">
        <p className="text-sm font-semibold">
          {t(`posts.${post.kind}`)}
          {post.state ? `: ${t(`posts.states.${post.state}`)}` : null}
        </p>
        <h3 className="text-lg break-words">{post.title ?? t("posts.textGone")}</h3>
        {post.hidden ? <p className="font-semibold">{t("posts.hidden")}</p> : null}
        {withdrawn ? (
          <div className="border-l-3 border-brick pl-3">
            <p className="text-sm font-semibold">{t("posts.withdrawn", { date: on(post.withdrawnAt!) })}</p>
            <p className="measure break-words whitespace-pre-line">{post.withdrawnReason}</p>
            {post.body ? null : <p className="measure mt-1">{t("posts.textGoneWhy")}</p>}
          </div>
        ) : null}
        {due && post.state !== "kept" ? <p className="font-semibold">{due}</p> : null}
        {withdrawn && post.body ? (
          <details>
            <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("posts.whatStood")}</summary>
            <div className="flex flex-col gap-2">{whatStands}</div>
          </details>
        ) : (
          whatStands
        )}
        {post.state === "late" && post.reports.length === 0 ? <p className="measure">{t("posts.lateNoReason")}</p> : null}
        <p className="text-sm text-ink-soft">{t("posts.posted", { date: on(post.postedAt) })}</p>
        {children}
      </div>
    </Card>
  );
}
