import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

/**
 * Moves rows of the demo back in time, and lets a job run.
 * @param statement of SQL, as the owner of the tables, with $1 and so on for the parameters
 */
export async function letPass(page: Page, statement: string, parameters: string[], job: string): Promise<void> {
  const port = readFileSync("test-results/clock-port", "utf8");
  const answer = await page.request.post(`http://127.0.0.1:${port}/`, { data: { statement, parameters, job } });
  expect(answer.ok(), await answer.text()).toBe(true);
}
