import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";

/** What an own opening still needs before somebody can come. Needs `visits` and `measures`. */
export function NextForHost({ path, shared, hasTime }: { path: string; shared: boolean; hasTime: boolean }) {
  const t = useT("visits");
  const measures = useT("measures");
  if (shared && hasTime) return null;
  return (
    <Card tone="garden">
      <h2 className="text-lg">{t("detail.next")}</h2>
      <p className="mt-1">{t(hasTime ? "detail.nextShare" : "detail.nextMoment")}</p>
      <p className="mt-3">
        <ButtonLink look="secondary" to={hasTime ? `${path}/publiek` : `${path}/momenten`}>
          {hasTime ? measures("detail.changeAudience") : t("detail.addMoment")}
        </ButtonLink>
      </p>
    </Card>
  );
}
