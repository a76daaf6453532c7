import { useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import { PostCard } from "../posts/post-card.tsx";
import type { Post } from "../posts/posts.server.ts";

/** A reported post as the neighbourhood reads it. Needs `moderation` and `releases`. */
export function ReportedPost({ post }: { post: Post }) {
  const t = useT("moderation");
  return (
    <Section title={t("report.lookTitle")}>
      <p className="measure">{t("report.postText")}</p>
      <PostCard post={post} />
    </Section>
  );
}
