import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";

/** That a request is hidden, for who sees it then, with the decision for the household that answers for it. Needs `together`. */
export function HiddenRequest({ hidingId }: { hidingId: string | null }) {
  const t = useT("together");
  return (
    <Card tone="brick">
      <p className="measure">{t("detail.hidden")}</p>
      {hidingId ? (
        <p className="mt-3">
          <ButtonLink look="secondary" to={`/verborgen/${hidingId}`}>
            {t("detail.hiddenWhy")}
          </ButtonLink>
        </p>
      ) : null}
    </Card>
  );
}
