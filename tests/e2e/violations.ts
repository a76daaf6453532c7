import type { Page } from "@playwright/test";
import axe from "axe-core";

/**
 * What axe finds on a page, one line per element: the rule, the element, and what is wrong with it. Best practices count too.
 * @param rules only these, for a page that was tried before and has changed its colours only
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, { ...(runOnly ? { runOnly } : {}), resultTypes: ["violations"], preload: false });
    return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1).join(" ").trim()}`));
  }, rules);
}
