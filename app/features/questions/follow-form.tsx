import { Form } from "@remix-run/react";
import { Bell, BellOff } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";

/** Whether one hears of what happens to a question. Needs `questions`. */
export function FollowForm({ path, following }: { path: string; following: boolean }) {
  const t = useT("questions");
  return (
    <Form method="post" action={`${path}/${following ? "ontvolgen" : "volgen"}`} className="flex flex-wrap items-center gap-x-4">
      <Button look="quiet">
        {following ? <BellOff aria-hidden className="size-5" /> : <Bell aria-hidden className="size-5" />}
        {following ? t("page.unfollow") : t("page.follow")}
      </Button>
      {following ? <span className="text-sm text-ink-soft">{t("page.following")}</span> : null}
    </Form>
  );
}
