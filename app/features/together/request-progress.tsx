import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import type { BuildingRequest } from "./building-requests.server.ts";

/** How far a request is: how many are still needed, or since when it is with who manages the building. Needs `together`. */
export function RequestProgress({ request }: { request: Pick<BuildingRequest, "households" | "sentAt" | "organisation"> }) {
  const t = useT("together");
  const day = useDay();
  const count = t("progress.households", { count: request.households });
  if (request.sentAt) {
    return (
      <p>
        {count} · {t("progress.sent", { organisation: request.organisation, date: day(request.sentAt) })}
      </p>
    );
  }
  return (
    <p>
      {count} · <strong>{t("progress.needed", { count: Math.max(1, 3 - request.households) })}</strong>
    </p>
  );
}
