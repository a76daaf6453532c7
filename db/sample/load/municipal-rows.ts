import { daysBefore, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Row } from "./insert-rows.ts";

/** What the municipality said to the first neighbourhood: a promise that was kept, one that runs, one that is late, and an answer. */
export function municipalRows(official: string, moderator: string, code: string, random: Random, now: Date): { publicity: Row[]; post: Row[]; report: Row[] } {
  const place = { neighbourhood_code: code, municipality_code: `GM${code.slice(2, 6)}` };
  const day = (days: number) => daysBefore(now, -days).toISOString().slice(0, 10);
  const post = (kind: "answer" | "promise", ago: number, title: string, body: string, due: number | null = null): Row => ({
    id: uuid(random), ...place, kind, title, body, due_on: due === null ? null : day(due), author_id: official, posted_at: daysBefore(now, ago),
  });
  const report = (about: Row, outcome: "kept" | "late", ago: number, reason: string, due: number | null = null): Row => ({
    id: uuid(random), promise_id: about.id, ...place, outcome, reason, due_on: due === null ? null : day(due), author_id: official, reported_at: daysBefore(now, ago),
  });
  const scan = post("promise", 200, "Warmtefoto’s van alle straten", "We laten in de winter warmtefoto’s maken van de hele buurt. Iedereen krijgt die van het eigen huis.", -120);
  const subsidy = post("promise", 90, "Subsidie voor spouwmuren", "We vragen de raad om geld voor bewoners die samen hun spouwmuur laten vullen.", -20);
  const trees = post("promise", 30, "Plan voor bomen op het plein", "We komen met een plan voor schaduw en water op het plein, samen met de bewoners die daar om vroegen.", 75);
  const answer = post("answer", 60, "Mag een warmtepomp tegen de zijgevel?", "Ja, als hij stil genoeg is: hooguit 40 decibel op de grens van je tuin. Een vergunning is dan niet nodig.");
  return {
    publicity: [["cooperative", moderator, 80], ["municipality", official, 70]].map(([side, by, ago]) => ({ id: uuid(random), ...place, side, decided_by: by, decided_at: daysBefore(now, Number(ago)) })),
    post: [scan, subsidy, trees, answer],
    report: [
      report(scan, "kept", 115, "De foto’s zijn gemaakt en bezorgd. Wie er geen kreeg, kan er een vragen."),
      report(subsidy, "late", 18, "De raad wil eerst weten hoeveel bewoners meedoen. Dat staat in januari op de agenda.", 60),
    ],
  };
}
