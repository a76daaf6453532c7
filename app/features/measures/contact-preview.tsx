import { useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";

/** In the preview of a measure: what neighbours may do, as it is ticked in the form around it (class `group`). Needs `measures`. */
export function ContactPreview() {
  const t = useT("measures");
  return (
    <div className="hidden group-has-[[value=ask]:checked]:block group-has-[[value=visit]:checked]:block">
      <Card tone="garden">
        <p className="hidden font-semibold group-has-[[value=ask]:checked]:block">{t("detail.mayAsk")}</p>
        <p className="hidden font-semibold group-has-[[value=visit]:checked]:block">{t("detail.mayVisit")}</p>
      </Card>
    </div>
  );
}
