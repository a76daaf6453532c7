import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, Section } from "../../ui/page.tsx";
import type { ReportedItem } from "./look-at-reported.server.ts";
import { ReportedItemCard } from "./reported-item-card.tsx";

/** The reported item after a look, and the button that looks and has that written down. Needs `moderation` and `catalogue`. */
export function LookAtItem({ item, decided }: { item: ReportedItem | "taken-back" | undefined; decided: boolean }) {
  const t = useT("moderation");
  if (item === "taken-back") return <Card tone="sky">{t("report.takenBack")}</Card>;
  if (item) {
    return (
      <>
        <ReportedItemCard item={item} />
        <LookForm look="quiet" words={t("report.lookAgain")} />
      </>
    );
  }
  return (
    <Section title={t("report.lookTitle")}>
      <p className="measure">{t("report.lookText")}</p>
      <LookForm look={decided ? "secondary" : "primary"} words={t("report.look")} />
    </Section>
  );
}

function LookForm({ look, words }: { look: "primary" | "secondary" | "quiet"; words: string }) {
  return (
    <Form method="post" preventScrollReset>
      <Button look={look}>{words}</Button>
    </Form>
  );
}
