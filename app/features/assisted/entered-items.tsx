import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { Row, Rows } from "../../ui/rows.tsx";
import type { OwnListedItem } from "../sharing/own-items.server.ts";

/** What is there of who is helped, with who sees it. Needs `assisted` and `catalogue`. */
export function EnteredItems({ items, aside }: { items: OwnListedItem[]; aside: (item: OwnListedItem) => ReactNode }) {
  const t = useT("assisted");
  const names = useT("catalogue");
  if (items.length === 0) return <p className="text-ink-soft">{t("session.enteredNone")}</p>;
  return (
    <Rows>
      {items.map((item) => (
        <Row key={item.id} title={item.kind ? names(`kinds.${item.kind}`) : item.title} aside={item.withdrawnAt ? null : aside(item)}>
          {[t(`confirmation.kinds.${item.type}`), item.withdrawnAt ? t("session.gone") : names(`audiences.${item.audience}`), item.hiddenAt && t("session.hidden")].filter(Boolean).join(" · ")}
        </Row>
      ))}
    </Rows>
  );
}
