import type { StoryIndicator } from "../../schema/sharing.ts";
import type { Random } from "../random.ts";
import { storiesOf } from "../words/stories.ts";
import { demoPeople } from "./demo-people.ts";
import { daysBefore, uuid, type SampleHousehold, type SamplePerson } from "./household.ts";

export interface SampleStory {
  id: string;
  household: SampleHousehold;
  by: SamplePerson;
  indicator: StoryIndicator;
  title: string;
  body: string;
  audience: "neighbourhood";
  sharedAt: Date;
}

/** What is told beside the figures of each neighbourhood, by somebody for whom it is true; by who logs in to the demo only what is marked so. */
export function chooseStories(households: readonly SampleHousehold[], random: Random, now: Date): SampleStory[] {
  const demo: readonly string[] = Object.values(demoPeople).map(({ email }) => email);
  return Object.entries(storiesOf).flatMap(([code, stories]) => {
    const told = new Set<SampleHousehold>();
    return stories.map(({ in: cluster, mine, daysAgo, ...words }): SampleStory => {
      const fitting = households.filter((each) => each.neighbourhoodCode === code && each.cluster === cluster && !told.has(each) && !each.people.some(({ email }) => demo.includes(email)));
      const household = mine ? households.find(({ people: [first] }) => first.email === demoPeople.resident.email)! : random.pick(fitting);
      told.add(household);
      const sharedAt = daysBefore(now, daysAgo);
      if (sharedAt < household.joinedAt) household.joinedAt = daysBefore(sharedAt, 3);
      return { id: uuid(random), household, by: household.people[0], ...words, audience: "neighbourhood", sharedAt };
    });
  });
}
