import { statusFor } from "./flows.ts";
import { keyboard } from "./hands.ts";
import { askableByForms, talkInPrivate } from "./talking.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

/** Who asks: each blocks who is asked for a moment, and meets them in no other test. */
const askers = { phone: "buur", laptop: "straatgenoot" } as const;

test("a neighbour is asked in private and answers, on pages that lie open; the answer is reported, and a block hides it from both; by keyboard alone", async ({ logInAs, anotherBrowser }, { project }) => {
  const by = askers[project.name as keyof typeof askers];
  const [asker, asked] = [await logInAs(by), await anotherBrowser("asksTogether")];
  await talkInPrivate(keyboard, asker, by, asked, await askableByForms(asked));
  await asked.goto("/gesprekken");
  const thread = (await asked.getByRole("main").locator('a[href^="/gesprekken/"]').first().getAttribute("href"))!;
  expect(await statusFor(await anotherBrowser("bewoner"), thread), "nobody else's").toBe(404);
  await asked.goto(thread);
  expect(await violations(asked)).toEqual([]);
});
