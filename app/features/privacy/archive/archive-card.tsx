import { Download } from "lucide-react";
import { useDay } from "../../../i18n/use-day.ts";
import { useNumber } from "../../../i18n/use-number.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { ButtonLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/page.tsx";
import { useRefresh } from "../../../ui/use-refresh.ts";
import type { OwnArchive } from "./ask-archive.server.ts";

/** How far an archive is, and where it is fetched. Needs `privacy`. */
export function ArchiveCard({ archive: { id, state, expiresAt, size } }: { archive: OwnArchive }) {
  const t = useT("privacy");
  const day = useDay();
  const number = useNumber();
  const working = state === "waiting" || state === "making";
  useRefresh(working);
  if (state === "failed") {
    return (
      <Card>
        <p role="status">{t("archive.failed")}</p>
      </Card>
    );
  }
  if (working) {
    return (
      <Card>
        <div role="status">
          <h2 className="text-lg">{t("archive.working")}</h2>
          <p className="measure">{t("archive.workingText")}</p>
        </div>
        <div className="mt-3">
          <ButtonLink look="secondary" wide to="/toestemmingen/archief">
            {t("archive.look")}
          </ButtonLink>
        </div>
      </Card>
    );
  }
  const megabytes = (size ?? 0) / 1_000_000;
  return (
    <Card tone="garden">
      <div role="status">
        <h2 className="text-lg">{t("archive.ready")}</h2>
      </div>
      <p className="measure">{t("archive.readyText", { day: day(expiresAt!) })}</p>
      <p className="my-3">
        <a href={`/toestemmingen/archief/${id}`} download className="inline-flex min-h-11 items-center gap-2 rounded-full bg-garden px-5 py-2 font-semibold text-on-garden hover:bg-garden-strong">
          <Download aria-hidden className="size-5" />
          {t("archive.fetch", { size: `${number(Math.max(megabytes, 0.1), megabytes < 10 ? 1 : 0)} MB` })}
        </a>
      </p>
      <p className="measure text-ink-soft">{t("archive.careful")}</p>
    </Card>
  );
}
