import { Form } from "@remix-run/react";
import { useT } from "../../../i18n/use-t.tsx";
import { Button } from "../../../ui/button.tsx";
import { Row } from "../../../ui/rows.tsx";
import type { Agreed } from "./publicity.server.ts";

/** Who agreed that everybody sees the figures of a neighbourhood, and what this side can do about it. Needs `figureDesk`. */
export function PublicityRow({ code, name, agreed, side, action }: { code: string; name: string; agreed: Agreed; side: "cooperative" | "municipality"; action: string }) {
  const t = useT("figureDesk");
  const agrees = agreed === "both" || agreed === side;
  return (
    <Row
      title={name}
      aside={
        <Form method="post" action={action}>
          <input type="hidden" name="buurt" value={code} />
          <input type="hidden" name="iedereen" value={agrees ? "nee" : "ja"} />
          <Button look="secondary">
            {agrees ? t("desk.disagree") : t("desk.agree")}
            <span className="sr-only">: {name}</span>
          </Button>
        </Form>
      }
    >
      {t(`desk.agreed.${agreed}`)}
    </Row>
  );
}
