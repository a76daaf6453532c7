import { Link } from "@remix-run/react";
import type { SignUpState } from "../../../db/schema/purchase-choices.ts";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/rows.tsx";

type Listed = { id: string; title: string; lastDay: string; open: boolean; signUp: SignUpState | null };

/** The purchases for who is helped. Needs `purchases` and `purchasePaper`. */
export function PurchasesOnPaper({ sessionId, purchases }: { sessionId: string; purchases: Listed[] }) {
  const t = useT("purchasePaper");
  const own = useT("purchases");
  const locale = useLocale();
  return (
    <Section title={t("part.title")}>
      <p className="measure text-ink-soft">{t(purchases.length > 0 ? "part.intro" : "part.none")}</p>
      {purchases.length > 0 ? (
        <Rows>
          {purchases.map(({ id, title, lastDay, open, signUp }) => (
            <Row
              key={id}
              title={
                <Link to={`/helpen/${sessionId}/inkopen/${id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                  {title}
                </Link>
              }
            >
              {[signUp && own(`shortStates.${signUp}`), open && t("part.open", { day: dayInWords(lastDay, locale) })].filter(Boolean).join(" · ")}
            </Row>
          ))}
        </Rows>
      ) : null}
    </Section>
  );
}
