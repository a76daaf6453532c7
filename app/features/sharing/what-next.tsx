import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";

/** After something was kept or shared: what one could do next. Needs `measures`. */
export function WhatNext({ another }: { another: string }) {
  const t = useT("measures");
  return (
    <Card tone="garden">
      <h2 className="text-lg">{t("done.next")}</h2>
      <p className="mt-3 flex flex-col gap-2 sm:flex-row sm:flex-wrap">
        <ButtonLink look="secondary" to="/buurt">
          {t("done.nextBuurt")}
        </ButtonLink>
        <ButtonLink look="secondary" to="/kaart">
          {t("done.nextMap")}
        </ButtonLink>
        <ButtonLink look="secondary" to={another}>
          {t("done.nextAnother")}
        </ButtonLink>
      </p>
    </Card>
  );
}
