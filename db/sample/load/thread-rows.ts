import type { SampleMeasure } from "../people/choose-measures.ts";
import { demoPeople } from "../people/demo-people.ts";
import { daysBefore, uuid, type SampleHousehold, type SamplePerson } from "../people/household.ts";
import type { Random } from "../random.ts";
import { threadsOf } from "../words/threads.ts";
import type { Row } from "./insert-rows.ts";

type Side = { household: SampleHousehold; by: SamplePerson };

/** Private threads between two neighbours of the sample: some with who logs in to the demo, and some between others. */
export function threadRows(households: readonly SampleHousehold[], measures: readonly SampleMeasure[], random: Random, now: Date): { thread: Row[]; message: Row[] } {
  const thread: Row[] = [];
  const message: Row[] = [];
  const demo = { resident: householdOf(households, demoPeople.resident.email), neighbour: householdOf(households, demoPeople.neighbour.email) };
  const isDemo = (household: SampleHousehold) => household === demo.resident || household === demo.neighbour;
  for (const { kind, daysAgo, with: whom, said } of threadsOf) {
    const code = demo.resident.neighbourhoodCode;
    const wanted = measures.filter((each) => each.kind === kind && each.state === "done" && each.mayAsk && each.audience === "neighbourhood" && !each.hiddenAt && each.household.neighbourhoodCode === code && !isDemo(each.household));
    const about = wanted[0];
    if (!about) continue;
    const askers = households.filter((each) => each.neighbourhoodCode === code && each !== about.household && !isDemo(each) && each.people[0].involvement !== null);
    const asker = whom === "others" ? random.pick(askers) : demo[whom];
    const sides: [Side, Side] = [{ household: asker, by: asker.people[0] }, { household: about.household, by: about.by }];
    const [asks, asked] = sides;
    const id = uuid(random);
    const began = daysBefore(now, daysAgo);
    const at = said.map((_, i) => new Date(began.getTime() + i * 7 * 3_600_000));
    thread.push({
      id, neighbourhood_code: code, about_kind: "measure", about_id: about.id, measure_kind: kind,
      asker_id: asks.by.id, asker_household_id: asks.household.id, asker_name: asks.by.displayName, asker_street_id: asks.household.streetId,
      asked_id: asked.by.id, asked_household_id: asked.household.id, asked_name: asked.by.displayName, asked_street_id: asked.household.streetId,
      created_at: began, last_message_at: at.at(-1),
    });
    said.forEach((body, i) => {
      const [from, to] = i % 2 === 0 ? [asks, asked] : [asked, asks];
      message.push({
        id: uuid(random), neighbourhood_code: code, thread_id: id, household_id: from.household.id, street_id: from.household.streetId, resident_id: from.by.id, shown_name: from.by.displayName,
        to_household_id: to.household.id, to_resident_id: to.by.id, body, audience: "thread", created_at: at[i], updated_at: at[i], shared_at: at[i],
      });
    });
  }
  return { thread, message };
}

function householdOf(households: readonly SampleHousehold[], email: string): SampleHousehold {
  const found = households.find(({ people: [first] }) => first.email === email);
  if (!found) throw new Error(`Nobody in the sample logs in as ${email}`);
  return found;
}
