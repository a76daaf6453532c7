import { type Page, test } from "@playwright/test";
import axe from "axe-core";

/**
 * What axe finds on a page, one line per element: the rule, the element, and what is wrong with it. Best practices count too.
 * A page without JavaScript is looked at as it stands, in a browser that has it, since axe is a script itself.
 * @param rules only these, for a page that was tried before and has changed its colours only
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (test.info().project.use.javaScriptEnabled === false) return ofCopy(page, rules);
  return run(page, rules);
}

async function run(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, { ...(runOnly ? { runOnly } : {}), resultTypes: ["violations"], preload: false });
    return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1).join(" ").trim()}`));
  }, rules);
}

async function ofCopy(page: Page, rules?: string[]): Promise<string[]> {
  const markup = (await page.content()).replaceAll(/<script\b[^]*?<\/script>|<\/?noscript>/g, "");
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: true, viewport: page.viewportSize(), storageState: await page.context().storageState() });
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: markup }));
    await copy.goto(page.url());
    return await run(copy, rules);
  } finally {
    await context.close();
  }
}
