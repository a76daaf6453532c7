import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Facts } from "../../ui/page.tsx";
import type { SeenVisit } from "./find-visit.server.ts";
import { useToSee } from "./visit-title.ts";

/** An opening as a neighbour reads it; its household sees this same component. Needs `visits` and `catalogue`. */
export function VisitFacts({ visit }: { visit: SeenVisit }) {
  const t = useT("visits");
  const names = useT("catalogue");
  const toSee = useToSee();
  const { streetName, number, kinds, languages, accessibility, note, houseRules, measures } = visit;
  return (
    <>
      {note ? <p className="measure text-lg break-words whitespace-pre-line">{note}</p> : null}
      <Facts
        facts={[
          { name: t("facts.see"), value: toSee(kinds) },
          { name: t("facts.where"), value: number ? `${streetName} ${number}` : t("facts.streetOnly", { street: streetName }) },
          { name: t("facts.languages"), value: languages.map((language) => t(`languages.${language}`)).join(", ") },
          { name: t("facts.accessibility"), value: accessibility.length > 0 ? accessibility.map((each) => t(`accessibility.${each}`)).join(", ") : t("facts.nothing") },
          { name: t("facts.rules"), value: <span className="font-normal break-words whitespace-pre-line">{houseRules ?? t("facts.nothing")}</span> },
        ]}
      />
      {measures.length > 0 ? (
        <ul className="flex flex-wrap gap-x-6">
          {measures.map(({ id, kind }) => (
            <li key={id}>
              <Link to={`/maatregelen/${id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                {t("facts.measure", { kind: names(`kinds.${kind}`) })}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
