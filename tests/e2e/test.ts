import { readFileSync } from "node:fs";
import { type BrowserContext, expect, test as base, type Page } from "@playwright/test";
import { type Person, keptLogIn } from "./people.ts";

type Fixtures = {
  /** What this test does on purpose, and what the browser says about it (a page that is not there, for instance). */
  allowedProblems: readonly RegExp[];
  /** Collects what must never happen in any browser of the test; fails the test at its end. */
  watch: (context: BrowserContext) => void;
  /** Puts the session of somebody, who logged in for real before, into the browser of the test. */
  logInAs: (person: Person) => Promise<Page>;
  /** A second browser, of somebody else or of nobody, with the same size and the same watch. */
  anotherBrowser: (person?: Person) => Promise<Page>;
};

/** The test of this suite: it fails on an error in the console, on a report of the CSP, and on a request to any other host. */
export const test = base.extend<Fixtures>({
  allowedProblems: [[], { option: true }],
  watch: [
    async ({ context, baseURL, allowedProblems }, use) => {
      const problems: string[] = [];
      const watch = (watched: BrowserContext) => {
        watched.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()} (${message.location().url})`));
        watched.on("weberror", (error) => problems.push(`error on ${error.page()?.url()}: ${error.error().stack}`));
        watched.on("request", (request) => {
          const url = new URL(request.url());
          if (url.protocol.startsWith("http") && url.origin !== baseURL) problems.push(`request to another host: ${url.href}`);
          if (url.pathname === "/csp-melding") problems.push(`report of the content security policy: ${request.postData()}`);
        });
      };
      watch(context);
      await use(watch);
      expect(problems.filter((problem) => !allowedProblems.some((allowed) => allowed.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
  // Each test comes from an address of its own, so that together they stay within what one visitor may ask for.
  extraHTTPHeaders: async ({}, use) => use({ "X-Forwarded-For": `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}` }),
  logInAs: async ({ page }, use) => {
    await use(async (person) => {
      await page.context().addCookies(cookiesOf(person));
      return page;
    });
  },
  anotherBrowser: async ({ browser, watch }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      opened.push(context);
      watch(context);
      if (person) await context.addCookies(cookiesOf(person));
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

export { expect };

const cookiesOf = (person: Person) => JSON.parse(readFileSync(keptLogIn(person), "utf8")).cookies as Parameters<BrowserContext["addCookies"]>[0];
