import type { SampleMeasure } from "../people/choose-measures.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Row } from "./insert-rows.ts";

type Given = { reporter: SampleHousehold; measures: readonly SampleMeasure[]; /** Ids of the accounts of the two moderators. */ moderator: string; second: string };

/**
 * What was decided on reports: a hiding that its household can still object to and asks to look at again, something kept
 * that its reporter can object to, and something kept to which its reporter objected, for the first moderator to decide.
 */
export function decisionRows({ reporter, measures, moderator, second }: Given, random: Random, now: Date): { report: Row[]; hiding: Row[]; appeal: Row[]; secondLook: Row[] } {
  const hidden = measures.find(({ hiddenAt }) => hiddenAt) as SampleMeasure;
  const [fair, doubtful] = measures.filter(
    ({ household, audience, hiddenAt, by }) => household !== reporter && household.neighbourhoodCode === reporter.neighbourhoodCode && audience === "neighbourhood" && !hiddenAt && by !== hidden.by,
  ) as [SampleMeasure, SampleMeasure];
  const report = (subject: SampleMeasure, daysAgo: number, own: { receipt: string; category: string; note: string; closed_at: Date; closed_by: string; decision: string; decision_note: string | null }) => ({
    id: uuid(random), neighbourhood_code: reporter.neighbourhoodCode, reporter_id: reporter.people[0].id, reporter_household_id: reporter.id, subject_kind: "measure", subject_id: subject.id,
    created_at: daysBefore(now, daysAgo), rule: own.category, rules_version: "1", ...own,
  });
  const hiding = report(hidden, 20, {
    receipt: "VB243HMD", category: "personal_data", note: "Hier staat wie het werk deed, met naam en al.", closed_at: hidden.hiddenAt!, closed_by: moderator, decision: "hidden", decision_note: null,
  });
  const kept = report(fair, 32, {
    receipt: "VB249TRW", category: "untrue", note: "Zo goedkoop kan het volgens mij niet zijn.", closed_at: daysBefore(now, 30), closed_by: moderator, decision: "kept",
    decision_note: "Dit is een eigen ervaring. Prijzen verschillen per huis, dus dit kan kloppen.",
  });
  const disputed = report(doubtful, 14, {
    receipt: "VB245XCE", category: "advertising", note: "Volgens mij werkt deze buur voor het bedrijf.", closed_at: daysBefore(now, 12), closed_by: second, decision: "kept",
    decision_note: "Er staat geen bedrijf bij en er wordt niets aangeboden.",
  });
  const hidingId = uuid(random);
  return {
    report: [kept, hiding, disputed],
    hiding: [{
      id: hidingId, neighbourhood_code: hidden.household.neighbourhoodCode, household_id: hidden.household.id, subject_kind: "measure", subject_id: hidden.id, report_id: hiding.id, moderator_id: moderator,
      rule: "personal_data", rules_version: "1", duration: "until_changed", reason: "In je ervaring staat de volledige naam van een vakman. Haal die weg, dan mag de rest weer te zien zijn.", created_at: hidden.hiddenAt,
    }],
    appeal: [{
      id: uuid(random), neighbourhood_code: reporter.neighbourhoodCode, household_id: reporter.id, resident_id: reporter.people[0].id, report_id: disputed.id, subject_kind: "measure", subject_id: doubtful.id,
      first_decided_by: second, reason: "De tekst leest als een advertentie, ook zonder naam. Kijk er alsjeblieft nog eens naar.", created_at: daysBefore(now, 3),
    }],
    secondLook: [{
      id: uuid(random.fork("second-look")), neighbourhood_code: hidden.household.neighbourhoodCode, household_id: hidden.household.id, hiding_id: hidingId, subject_kind: "measure", subject_id: hidden.id,
      created_at: daysBefore(now, 1),
    }],
  };
}
