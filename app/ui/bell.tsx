import { Link } from "@remix-run/react";
import { Bell as BellIcon } from "lucide-react";
import { useT } from "../i18n/use-t.tsx";
import { useCurrent } from "./use-current.ts";

const looks = {
  // Over the top corner of a page on a phone, where it takes no room of its own.
  corner: "absolute top-2 right-3 z-30 size-11 justify-center rounded-full border border-line bg-surface text-ink-soft",
  row: "relative min-h-12 gap-3 rounded-xl px-3 text-ink-soft hover:bg-raised aria-[current]:bg-garden-soft",
};

/** The way to one's messages, with how many are new; the number has its place whether there is one or not. */
export function Bell({ unread, look }: { unread: number; look: keyof typeof looks }) {
  const t = useT("common");
  const current = useCurrent();
  return (
    <Link
      to="/berichten"
      aria-label={unread > 0 ? `${t("nav.notices")}, ${t("nav.unread", { count: unread })}` : t("nav.notices")}
      aria-current={current({ to: "/berichten" })}
      className={`flex items-center aria-[current]:font-bold aria-[current]:text-garden ${looks[look]}`}
    >
      <BellIcon aria-hidden className="size-6" />
      {look === "row" ? t("nav.notices") : null}
      {unread > 0 ? (
        <span aria-hidden className={`grid h-6 min-w-6 place-items-center rounded-full bg-garden px-1.5 text-sm leading-none font-bold text-on-garden ${look === "corner" ? "absolute -top-1.5 -right-1.5" : "ml-auto"}`}>
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </Link>
  );
}
