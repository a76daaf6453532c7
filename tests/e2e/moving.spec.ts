import { tabTo } from "./flows.ts";
import { move } from "./moving.ts";
import { movers } from "./people.ts";
import { test } from "./test.ts";

// A tick that is missing is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("moving on a day, by keyboard: what stays with the home is chosen, called off, and taken along after all", async ({ page }, { project }) => {
  await move(page, movers[project.name === "phone" ? 0 : 1]!.email, async (name) => {
    await tabTo(page, page.getByRole("main").getByRole("button", { name, exact: typeof name === "string" }), 200);
    await page.keyboard.press("Enter");
  });
});
