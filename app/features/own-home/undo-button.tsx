import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, Unseen } from "../../ui/button.tsx";
import type { Correctable } from "./correction.ts";

/** Lets one fact be as the register says again. Needs `ownHome`. */
export function UndoButton({ fact }: { fact: Correctable }) {
  const t = useT("ownHome");
  return (
    <Form method="post" action="/mijn-huis/gegevens/terug">
      <input type="hidden" name="fact" value={fact} />
      <Button look="quiet" className="text-sm">
        {t("undo")}
        <Unseen>: {t(`facts.${fact}`)}</Unseen>
      </Button>
    </Form>
  );
}
