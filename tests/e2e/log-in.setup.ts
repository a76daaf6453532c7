import { askForMail, newestMail, typeCode } from "./mail.ts";
import { keptLogIn, people, type Person } from "./people.ts";
import { passSecondStep } from "./second-step.ts";
import { expect, test as setup } from "./test.ts";

for (const person of Object.keys(people) as Person[]) {
  setup(`${person} logs in`, async ({ page, anotherBrowser }) => {
    await askForMail(page, people[person]);
    const { code } = await newestMail(await anotherBrowser(), people[person]);
    await typeCode(page, code);
    await page.waitForURL((url) => !url.pathname.startsWith("/inloggen"));
    if (person === "moderator" || person === "gemeente") await passSecondStep(page, person);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await page.context().storageState({ path: keptLogIn(person) });
  });
}
