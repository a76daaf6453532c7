import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Row } from "./insert-rows.ts";

type Staff = { official: string; moderator: string };

/**
 * What the municipality said to the first neighbourhood: a promise that was kept, one that runs, one that is late, one that was withdrawn, an
 * answer, and one with the name of a resident, which `reporter` reported and a moderator hid.
 */
export function municipalRows({ official, moderator }: Staff, reporter: SampleHousehold, random: Random, now: Date): { publicity: Row[]; post: Row[]; report: Row[]; hiding: Row[]; reported: Row[] } {
  const code = reporter.neighbourhoodCode;
  const place = { neighbourhood_code: code, municipality_code: `GM${code.slice(2, 6)}` };
  const day = (days: number) => daysBefore(now, -days).toISOString().slice(0, 10);
  const post = (kind: "answer" | "promise", ago: number, title: string, body: string, due: number | null = null): Row => ({
    id: uuid(random), ...place, kind, title, body, due_on: due === null ? null : day(due), author_id: official, posted_at: daysBefore(now, ago),
    withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null, hidden_at: null,
  });
  const report = (about: Row, outcome: "kept" | "late", ago: number, reason: string, due: number | null = null): Row => ({
    id: uuid(random), promise_id: about.id, ...place, outcome, reason, due_on: due === null ? null : day(due), author_id: official, reported_at: daysBefore(now, ago),
  });
  const scan = post("promise", 200, "Warmtefoto’s van alle straten", "We laten in de winter warmtefoto’s maken van de hele buurt. Iedereen krijgt die van het eigen huis.", -120);
  const subsidy = post("promise", 90, "Subsidie voor spouwmuren", "We vragen de raad om geld voor bewoners die samen hun spouwmuur laten vullen.", -20);
  const trees = post("promise", 30, "Plan voor bomen op het plein", "We komen met een plan voor schaduw en water op het plein, samen met de bewoners die daar om vroegen.", 75);
  const answer = post("answer", 60, "Mag een warmtepomp tegen de zijgevel?", "Ja, als hij stil genoeg is: hooguit 40 decibel op de grens van je tuin. Een vergunning is dan niet nodig.");
  const publicity = [["cooperative", moderator, 80], ["municipality", official, 70]].map(([side, by, ago]) => ({ id: uuid(random), ...place, side, decided_by: by, decided_at: daysBefore(now, Number(ago)) }));
  const results = [
    report(scan, "kept", 115, "De foto’s zijn gemaakt en bezorgd. Wie er geen kreeg, kan er een vragen."),
    report(subsidy, "late", 18, "De raad wil eerst weten hoeveel bewoners meedoen. Dat staat in januari op de agenda.", 60),
  ];
  const car: Row = {
    ...post("promise", 150, "Een deelauto voor de buurt", "We zetten een elektrische deelauto bij het plein, eerst voor een jaar.", 25),
    withdrawn_at: daysBefore(now, 40), withdrawn_by: official, withdrawn_reason: "Geen enkel bedrijf wilde hier een auto neerzetten. We beloven geen auto die er niet komt.",
  };
  const decidedAt = daysBefore(now, 25);
  const named: Row = { ...post("answer", 32, "Wie zorgt voor de geveltuin op de hoek?", "Die zorg neemt mevrouw De Wit op zich. Zij woont op nummer 8 en weet wie er meedoet."), hidden_at: decidedAt };
  const reported = {
    id: uuid(random), receipt: "VB246GMT", neighbourhood_code: code, reporter_id: reporter.people[0].id, reporter_household_id: reporter.id, subject_kind: "municipal_post", subject_id: named.id, category: "personal_data",
    note: "Hier staat wie het is en op welk nummer.", created_at: daysBefore(now, 27), closed_at: decidedAt, closed_by: moderator, decision: "hidden", decision_note: null, rule: "personal_data", rules_version: "1",
  };
  const hiding = {
    id: uuid(random), neighbourhood_code: code, household_id: null, subject_kind: "municipal_post", subject_id: named.id, report_id: reported.id, moderator_id: moderator, rule: "personal_data", rules_version: "1",
    duration: "for_good", reason: "De naam en het huisnummer van een bewoner staan erin. Plaats het antwoord opnieuw zonder die gegevens.", created_at: decidedAt,
  };
  return { publicity, post: [scan, subsidy, trees, answer, car, named], report: results, hiding: [hiding], reported: [reported] };
}
