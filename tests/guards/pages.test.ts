import ts from "typescript";
import { describe, expect, it } from "vitest";
import { pagesToSee } from "../e2e/pages.ts";
import { filesIn, sourceOf } from "./walk.ts";

/** Routes that are no page by themselves. Shrink this list, don't let it grow. */
const withoutPage = new Map([["beheer", "the row of links around every page of a moderator"]]);

const routes = filesIn("app/routes")
  .filter((path) => path.endsWith(".tsx") && !path.includes(".test."))
  .filter((path) => sourceOf(path).statements.some((statement) => ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)))
  .map((path) => path.slice("app/routes/".length, -".tsx".length));

describe("the browser tests", () => {
  it.each(routes.filter((route) => !withoutPage.has(route)))("look at the page of %s, light and dark", (route) => {
    expect(pagesToSee.map((page) => page.route)).toContain(route);
  });

  it("look at each page under a name of its own, and excuse no route that is gone", () => {
    const names = pagesToSee.map(({ name }) => name.replaceAll(/[^\w-]+/g, "-"));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect([...withoutPage.keys()].filter((route) => !routes.includes(route))).toEqual([]);
  });
});
