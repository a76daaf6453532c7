import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";

/** What can be decided on an open report. Needs `moderation`. */
export function DecideLinks({ id }: { id: string }) {
  const t = useT("moderation");
  return (
    <Section title={t("report.decide")}>
      <p className="flex flex-wrap gap-3">
        <ButtonLink look="danger" to={`/beheer/meldingen/${id}/verbergen`}>
          {t("report.hide")}
        </ButtonLink>
        <ButtonLink look="secondary" to={`/beheer/meldingen/${id}/laten-staan`}>
          {t("report.keep")}
        </ButtonLink>
      </p>
    </Section>
  );
}
