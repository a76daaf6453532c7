import { pointer } from "./hands.ts";
import { hidePost, withdrawPost } from "./posting.ts";
import { freshen } from "./second-step.ts";
import { test } from "./test.ts";

// What is filled in wrongly is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("a municipality withdraws what it posted, and residents read why in its place", async ({ logInAs, anotherBrowser }, { project }) => {
  test.setTimeout(180_000);
  const official = await logInAs("gemeente");
  await freshen(official, "/gemeente/rollen", "gemeente");
  await withdrawPost(pointer, official, await anotherBrowser("bewoner"), `Een bank op de stoep, ${project.name}`);
});

test("what a municipality posted is reported, hidden with a reason that it reads, and shown again after its objection", async ({ logInAs, anotherBrowser }, { project }) => {
  test.setTimeout(180_000);
  const official = await logInAs("gemeente");
  await freshen(official, "/gemeente/rollen", "gemeente");
  const people = { official, resident: await anotherBrowser("bewoner"), first: await anotherBrowser("moderator"), second: await anotherBrowser("secondModerator") };
  await hidePost(pointer, people, `Wie beslist over de speeltuin? ${project.name}`);
});
