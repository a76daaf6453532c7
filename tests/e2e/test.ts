import { readFileSync } from "node:fs";
import { type BrowserContext, type ConsoleMessage, expect, type Page, type Request, test as base, type WebError } from "@playwright/test";
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

/** The router gives up what it was reading when the next page is asked for, and the browser tells of that as an error of its own. */
const givenUp = /^error on \S+: AbortError: signal is aborted without reason/;

/** The test of this suite: it fails on an error in the console, on a report of the CSP, and on a request to any other host. */
export const test = base.extend<Fixtures>({
  allowedProblems: [[], { option: true }],
  watch: [
    async ({ baseURL, allowedProblems }, use) => {
      const problems: string[] = [];
      const watched: BrowserContext[] = [];
      const onConsole = (message: ConsoleMessage) => message.type() === "error" && problems.push(`console: ${message.text()} (${message.location().url})`);
      const onError = (error: WebError) => problems.push(`error on ${error.page()?.url()}: ${error.error().stack}`);
      const onRequest = (request: Request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.origin !== baseURL) problems.push(`request to another host: ${url.href}`);
        if (url.pathname === "/csp-melding") problems.push(`report of the content security policy: ${request.postData()}`);
      };
      await use((context) => void watched.push(context.on("console", onConsole).on("weberror", onError).on("request", onRequest)));
      // A context may outlive the test.
      for (const context of watched) context.off("console", onConsole).off("weberror", onError).off("request", onRequest);
      expect(problems.filter((problem) => ![givenUp, ...allowedProblems].some((allowed) => allowed.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, watch }, use) => {
    watch(context);
    await use(context);
  },
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
