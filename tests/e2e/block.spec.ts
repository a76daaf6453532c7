import { press, shareMeasure, statusFor } from "./flows.ts";
import { logInByForms } from "./mail.ts";
import { ordinaryResident } from "./people.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

/** Whichever is offered first: what a home can have differs. */
const kind = "";

/** Two who play no other part: everybody else goes on seeing everybody. */
const two: Record<string, [number, number]> = { phone: [12, 13], laptop: [14, 15] };

test("who is blocked is out of sight both ways, notices nothing but that, and is back when it is undone", async ({ page: me, anotherBrowser }, { project }) => {
  const [mySelf, neighbour] = two[project.name]!.map(ordinaryResident) as [ReturnType<typeof ordinaryResident>, ReturnType<typeof ordinaryResident>];
  const other = await anotherBrowser();
  await logInByForms(me, mySelf.email);
  await logInByForms(other, neighbour.email);
  const third = await anotherBrowser("flatbewoner");
  const said = (by: string) => `Over blokkeren, van ${by}, op de ${project.name}.`;
  const mine = await shareMeasure(me, { kind, experience: said("mij"), audience: /^Mijn buurt/ });
  const theirs = await shareMeasure(other, { kind, experience: said("een ander"), audience: /^Mijn buurt/ });

  await me.goto(theirs);
  await me.getByRole("link", { name: "Blokkeer deze buur" }).click();
  await expect(me.getByText("Zij krijgen geen bericht.")).toBeVisible();
  expect(await violations(me)).toEqual([]);
  await press(me, "Blokkeer deze buur");
  await expect(me.getByRole("status")).toContainText("Geblokkeerd.");
  await expect(me.getByText(said("een ander"), { exact: false })).toHaveCount(0);

  const body = async (path: string) => (await (await other.request.get(path)).text()).replaceAll(/nonce="[^"]*"|"nonce","[^"]*"/g, "").replaceAll(path, "");
  const both = async () => [await statusFor(me, theirs), await statusFor(other, mine)];
  expect(await both()).toEqual([404, 404]);
  expect(await body(mine), "like what does not exist").toBe(await body("/maatregelen/00000000-0000-4000-8000-000000000000"));
  expect([await statusFor(third, theirs), await statusFor(third, mine)], "others notice nothing").toEqual([200, 200]);
  await other.goto("/buurt");
  await expect(other.getByText(said("mij"), { exact: false })).toHaveCount(0);

  await me.getByRole("status").getByRole("button", { name: "Maak ongedaan" }).click();
  await expect(me.getByText("Niet meer geblokkeerd.")).toBeVisible();
  expect(await both()).toEqual([200, 200]);

  await me.goto(`${theirs}/blokkeren`);
  await press(me, "Blokkeer deze buur");
  await expect(me.getByRole("status")).toBeVisible();
  await me.goto("/meer");
  await me.getByRole("link", { name: /^Instellingen/ }).click();
  await me.getByRole("link", { name: /Blokkades/ }).click();
  const row = me.getByRole("listitem").filter({ hasText: "Geblokkeerd op" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(neighbour.displayName ?? "Iemand uit de ");
  expect(await violations(me)).toEqual([]);
  await row.getByRole("button", { name: /^Blokkeer niet meer/ }).click();
  await expect(me.getByText("Je blokkeert niemand")).toBeVisible();
  expect(await both()).toEqual([200, 200]);
});
