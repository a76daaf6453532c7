import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { PostCard } from "./post-card.tsx";
import type { Post } from "./posts.server.ts";

type Deed = { to: string; words: ReactNode };

/** Answers and promises of a municipality, with what came of them. Needs `releases`. @param deeds links below each, such as to tell how it is going */
export function PostList({ posts, deeds }: { posts: readonly Post[]; deeds?: (post: Post) => readonly Deed[] }) {
  const t = useT("releases");
  if (posts.length === 0) return <p className="text-ink-soft">{t("posts.none")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {posts.map((post) => {
        const more = deeds?.(post) ?? [];
        return (
          <li key={post.id}>
            <PostCard post={post}>
              {more.length > 0 ? (
                <p className="flex flex-wrap gap-x-5">
                  {more.map(({ to, words }) => (
                    <Link key={to} to={to} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                      {words}
                      <span className="sr-only">: {post.title ?? t("posts.textGone")}</span>
                    </Link>
                  ))}
                </p>
              ) : null}
            </PostCard>
          </li>
        );
      })}
    </ul>
  );
}
