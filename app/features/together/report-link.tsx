import { Link } from "@remix-run/react";
import { Flag } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";

/** The way to report a request, for a household that doesn't answer for it. Needs `together`. */
export function ReportLink({ path }: { path: string }) {
  const t = useT("together");
  return (
    <p className="flex justify-end text-sm text-ink-soft">
      <Link to={`${path}/melden`} className="inline-flex min-h-11 items-center gap-2 underline underline-offset-4">
        <Flag aria-hidden className="size-4" />
        {t("detail.report")}
      </Link>
    </p>
  );
}
