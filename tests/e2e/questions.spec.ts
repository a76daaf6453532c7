import { liveThroughQuestion } from "./asking.ts";
import { keyboard } from "./hands.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

test("a question is asked, claimed, released, claimed again, found out, accepted, stale after a year and confirmed; by keyboard alone, on pages that lie open", async ({ logInAs, anotherBrowser }, { project }) => {
  const [asker, finder] = [await logInAs("straatgenoot"), await anotherBrowser("buur")];
  await liveThroughQuestion(keyboard, asker, finder, `Wie weet of dun glas past, vraagt de ${project.name}?`);
  expect(await violations(finder)).toEqual([]);
});
