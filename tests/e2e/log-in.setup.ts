import { test as setup } from "@playwright/test";
import { logInByForms } from "./mail.ts";
import { keptLogIn, people, type Person } from "./people.ts";
import { passSecondStep } from "./second-step.ts";

for (const person of Object.keys(people) as Person[]) {
  setup(`${person} logs in`, async ({ request }) => {
    await logInByForms({ request }, people[person]);
    if (person === "moderator" || person === "secondModerator" || person === "gemeente") await passSecondStep({ request }, person);
    await request.storageState({ path: keptLogIn(person) });
  });
}
