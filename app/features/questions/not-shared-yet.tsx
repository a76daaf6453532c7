import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";

/** That no neighbour sees a question, and the way to change that. Needs `questions`. */
export function NotSharedYet({ path }: { path: string }) {
  const t = useT("questions");
  return (
    <Card tone="sun">
      <p>{t("page.notSharedYet")}</p>
      <p className="mt-3">
        <ButtonLink to={`${path}/publiek`}>{t("page.share")}</ButtonLink>
      </p>
    </Card>
  );
}
