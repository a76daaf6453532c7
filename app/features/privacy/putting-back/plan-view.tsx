import { useT } from "../../../i18n/use-t.tsx";
import { Card } from "../../../ui/page.tsx";
import { isMeasureKind } from "../../measures/catalogue.ts";
import type { Plan } from "./put-back.server.ts";
import type { LeftOut } from "./read-things.server.ts";

const mostShown = 50;

/** What putting back would do. Needs `privacy` and `catalogue`. */
export function PlanView({ plan: { things, photos, left } }: { plan: Plan }) {
  const t = useT("privacy");
  const names = useT("catalogue");
  return (
    <Card>
      <div role="status">
        <h2 className="text-lg">{t("back.plan", { count: things.length })}</h2>
      </div>
      <p className="measure">{t("back.onlyYou")}</p>
      <ul className="my-2 list-disc pl-5">
        {things.slice(0, mostShown).map(({ table, kind, title, year }, place) => (
          // The list is a picture of one moment.
          <li key={place} className="break-words">
            {[t(`back.${table}`, { what: kind && isMeasureKind(kind) ? names(`kinds.${kind}`) : (title ?? "") }), year].filter(Boolean).join(", ")}
          </li>
        ))}
        {things.length > mostShown ? <li>{t("back.more", { count: things.length - mostShown })}</li> : null}
        {photos > 0 ? <li>{t("back.photos", { count: photos })}</li> : null}
      </ul>
      {Object.keys(left).length > 0 ? (
        <>
          <h3 className="text-base font-semibold">{t("back.left")}</h3>
          <ul className="list-disc pl-5">
            {(Object.entries(left) as [LeftOut, number][]).map(([why, count]) => (
              <li key={why}>{t(`back.why.${why}`, { count })}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
