import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import type { Correctable } from "./correction.ts";

/** Lets one fact be as the register says again. Needs `ownHome`. */
export function UndoButton({ fact }: { fact: Correctable }) {
  const t = useT("ownHome");
  return (
    <Form method="post" action="/mijn-huis/gegevens/terug">
      <input type="hidden" name="fact" value={fact} />
      <Button look="quiet" className="text-sm" aria-label={t("undoOf", { fact: t(`facts.${fact}`) })}>
        {t("undo")}
      </Button>
    </Form>
  );
}
