import { Link } from "@remix-run/react";
import type { BatchState, LetterChoice } from "../../../db/schema/letters.ts";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Row } from "../../ui/rows.tsx";

type Batch = { id: string; choice: LetterChoice; streetName: string | null; neighbourhoodName: string; state: BatchState; total: number | null; createdAt: Date };

/** What was chosen for a batch, in words. */
export function useChoiceWords(): (batch: Pick<Batch, "choice" | "streetName">) => string {
  const t = useT("moderation");
  return ({ choice, streetName }) => (choice === "street" ? t("batch.street", { street: streetName ?? "" }) : t(`batch.${choice}`));
}

/** One batch in the list: what, when, how many, and how far it is. */
export function BatchLine({ batch }: { batch: Batch }) {
  const t = useT("moderation");
  const day = useDay();
  const words = useChoiceWords();
  const facts = [batch.neighbourhoodName, day(batch.createdAt), batch.total === null ? null : t("batch.count", { count: batch.total }), t(`batch.states.${batch.state}`)];
  return (
    <Row
      title={
        <Link to={`/beheer/brieven/${batch.id}`} className="underline underline-offset-4">
          {words(batch)}
        </Link>
      }
    >
      {facts.filter(Boolean).join(" · ")}
    </Row>
  );
}
