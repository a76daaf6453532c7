import { useT } from "../../../i18n/use-t.tsx";
import { ButtonLink } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";
import type { DeskPurchase } from "./desk-purchases.server.ts";

/** What can be done with a purchase now, by who decides about it and by who reads its sign-ups. Needs the words of "purchaseDesk". */
export function DeskDeeds({ purchase }: { purchase: Pick<DeskPurchase, "id" | "state" | "supplier" | "decides"> & { proposed: boolean } }) {
  const t = useT("purchaseDesk");
  const { id, state, supplier, decides, proposed } = purchase;
  const concept = state === "concept";
  const goes = state === "open" || state === "reached";
  const deeds = [
    { to: "openen", words: t("board.open"), may: decides && concept },
    { to: "wijzigen", words: t("board.change"), may: decides && concept },
    { to: "leverancier", words: t("board.supplier"), may: decides && (concept || state === "open") && !supplier },
    { to: "aanbiedingen", words: t("board.offers"), may: state === "open" && supplier !== null },
    { to: "leveranciersbestand", words: t("board.file"), may: !concept },
    { to: "berichten", words: t("board.messages"), may: !concept },
    { to: "nieuws", words: t("board.news"), may: decides && !concept },
    { to: "regels", words: proposed ? t("board.proposeWaits") : t("board.propose"), may: decides && state === "open" },
    { to: "stoppen", words: t("board.stop"), may: decides && goes },
  ].filter(({ may }) => may);
  if (deeds.length === 0) return null;
  return (
    <Section title={t("board.deeds")}>
      <ul className="flex flex-wrap gap-3">
        {deeds.map(({ to, words }, index) => (
          <li key={to}>
            <ButtonLink look={index === 0 ? "primary" : "secondary"} to={`/beheer/inkopen/${id}/${to}`}>
              {words}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
