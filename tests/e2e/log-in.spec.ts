import { askForMail, newestMail, typeCode } from "./mail.ts";
import { ordinaryResident } from "./people.ts";
import { expect, test } from "./test.ts";

// A wrong code is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("who reads the mail on another device types its code where it was asked for", async ({ page, anotherBrowser }, { project }) => {
  const { email } = ordinaryResident(project.name === "phone" ? 0 : 1);
  await askForMail(page, email);
  const otherDevice = await anotherBrowser();
  const mail = await newestMail(otherDevice, email);

  await otherDevice.goto(mail.link);
  await expect(otherDevice.getByRole("heading", { name: "Typ de code op het apparaat waar je begon" })).toBeVisible();
  await expect(otherDevice.getByRole("main").getByRole("button")).toHaveCount(0);

  await typeCode(page, "CCCC-CCCC");
  await expect(page.getByRole("alert")).toContainText("Deze code klopt niet");
  await typeCode(page, mail.code.toLowerCase());
  await page.waitForURL("/kaart");
  await otherDevice.goto("/mijn-huis");
  await expect(otherDevice, "the other device stays logged out").toHaveURL(/\/inloggen/);
});

test("the link in the mail logs in the browser that asked, after one press, and opening it uses nothing up", async ({ page }, { project }) => {
  const { email } = ordinaryResident(project.name === "phone" ? 2 : 3);
  await askForMail(page, email);
  const { link } = await newestMail(page, email);
  for (let opened = 0; opened < 2; opened++) {
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Wil je inloggen?" })).toBeVisible();
  }
  expect(page.url(), "the token is out of the address bar").not.toContain(new URL(link).pathname.split("/").pop());
  await page.getByRole("button", { name: "Ja, log mij in" }).click();
  await page.waitForURL("/kaart");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Deze link werkt niet meer" })).toBeVisible();
});
