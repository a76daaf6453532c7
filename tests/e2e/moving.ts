import { expect, type Page } from "@playwright/test";
import { dayAfter } from "../../app/features/roles/role-days.ts";
import { dayInWords } from "../../app/i18n/day.ts";
import { letPass } from "./clock.ts";
import { choose, press } from "./flows.ts";
import { logInByForms, mainOf, sendForm } from "./mail.ts";

/** Adds a measure that was done, without opening its pages. */
export async function measureOf(page: Page, kind: string): Promise<void> {
  if ((await mainOf(page, "/huishouden/verhuizen")).includes('name="blijft[]"')) return;
  await sendForm(page, "/maatregelen/nieuw", { kind, state: "done", year: "2019" });
}

/** Plans to move on a day, and leaves the first measure that may stay. */
export async function planToMove(page: Page, day: string): Promise<void> {
  const [, id] = /name="blijft\[\]"[^>]*value="([0-9a-f-]{36})"/.exec(await mainOf(page, "/huishouden/verhuizen")) ?? [];
  await sendForm(page, "/huishouden/verhuizen", { datum: day, "blijft[]": id ?? "", "sure[]": "yes" });
}

/** Has earlier residents leave something at the home of somebody, once. */
export async function leftAtHomeOf(page: Page, email: string, kind: string): Promise<void> {
  await letPass(
    page,
    `insert into left_fact (neighbourhood_code, dwelling_id, kind, year) select h.neighbourhood_code, h.dwelling_id, $2, 1998
     from household h join resident r on r.household_id = h.id join auth.account a on a.id = r.id
     where a.email = $1 and not exists (select from left_fact f where f.dwelling_id = h.dwelling_id and f.kind = $2) returning id`,
    [email, kind],
    "move-out",
  );
}

/** From what earlier residents left, over planning to move and calling it off, to having moved and taking everything along after all. */
export async function move(page: Page, email: string, hand: (name: string | RegExp) => Promise<void> = (name) => press(page, name)): Promise<void> {
  await logInByForms(page, email);
  for (const kind of ["roof_insulation", "rain_barrel"]) await leftAtHomeOf(page, email, kind);
  const main = page.getByRole("main");
  await page.goto("/mijn-huis");
  await expect(main.getByRole("heading", { name: "Van eerdere bewoners" })).toBeVisible();
  await hand("Haal weg: Regenton");
  await expect(page.getByText("Regenton is weggehaald.", { exact: false })).toBeVisible();
  await hand("Zet bij mijn huis: Dakisolatie");
  await expect(page.getByText("Dakisolatie staat nu bij jouw huis.", { exact: false })).toBeVisible();
  await expect(main.getByRole("heading", { name: "Van eerdere bewoners" })).toHaveCount(0);

  await page.goto("/huishouden/verhuizen");
  const day = dayAfter({ years: 1 });
  await page.getByLabel("Wat is je laatste dag hier?").fill(day);
  await choose(page, "Dakisolatie, 1998");
  await hand("Ik verhuis");
  await expect(page.getByRole("alert"), "nobody moves by one press").toContainText("Kruis dit aan");
  await expect(page.getByLabel("Wat is je laatste dag hier?"), "what was typed is still there").toHaveValue(day);
  await expect(page.getByLabel("Dakisolatie, 1998")).toBeChecked();
  await choose(page, "Ja, ik ga weg van dit adres.");
  await hand("Ik verhuis");
  const planned = main.getByRole("heading", { name: `Je verhuist op ${dayInWords(day, "nl")}` });
  await expect(planned).toBeVisible();
  await expect(main).toContainText("Eén maatregel laat je bij het huis.");
  await page.goto("/toestemmingen");
  await expect(main.getByRole("article").filter({ hasText: "Blijft bij het huis als je verhuist" })).toContainText("Dakisolatie");
  await page.goto("/huishouden");
  await expect(planned).toBeVisible();
  await hand("Ik verhuis toch niet");
  await expect(page.getByText("Je blijft hier wonen.", { exact: false })).toBeVisible();
  await expect(planned).toHaveCount(0);

  await planToMove(page, day);
  await letPass(page, "update planned_move set moves_on = current_date - 2 where resident_id = (select id from auth.account where email = $1) returning resident_id", [email], "move-out");
  await page.goto("/verhuisd");
  await expect(main).toContainText("Bij je oude huis laat je één maatregel");
  await hand("Toch alles meenemen");
  await expect(page.getByText("Je hebt alles meegenomen.", { exact: false })).toBeVisible();
  await expect(main).not.toContainText("Bij je oude huis");
  await expect(main.getByRole("button", { name: "Toch terug naar mijn huishouden" })).toBeVisible();
}
