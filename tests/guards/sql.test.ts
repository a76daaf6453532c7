import ts from "typescript";
import { describe, expect, it } from "vitest";
import { migrations } from "../../db/migrate.ts";
import { filesIn, nodesOf, sourceOf } from "./walk.ts";

// Where SQL is put together from text, a forgotten quote is a hole in every wall. Values go in as bound parameters only.
const trusted = /^(app\/features\/neighbourhood\/import\/|.*\.test\.tsx?$)/;
const sources = filesIn("app", "emails").filter((path) => /\.tsx?$/.test(path) && !trusted.test(path));
/**
 * Features that run without a viewer; and those that end, split or reopen a household, which take the ids of who is logged in
 * and no other. A page never calls asWorker, and neither does anything else that a page calls.
 */
const workers = /^app\/(jobs\/|features\/(notices|notifications|roles|organisations|privacy)\/|features\/neighbourhood\/serve-neighbourhood\.server\.ts$|features\/households\/(move-out|return-home|split-household|take-along)\.server\.ts$)/;
const forbidden = new Set(["raw", "unsafe", "script", "exec"]);

describe("SQL", () => {
  it("is written with bound parameters in every feature: no sql.raw, no statement made of text", () => {
    const found: string[] = [];
    for (const path of sources) {
      const source = sourceOf(path);
      if (!/\bsql\b|\btx\b/.test(source.text)) continue;
      for (const node of nodesOf(source)) {
        const line = () => `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText().slice(0, 60)}`;
        if (ts.isPropertyAccessExpression(node) && forbidden.has(node.name.text) && /^(sql|tx|db|connection|client|postgres|pglite)$/.test(node.expression.getText())) found.push(line());
        // `sql` is only ever a tag: as a function it takes text.
        if (ts.isCallExpression(node) && node.expression.getText() === "sql") found.push(line());
        if (ts.isCallExpression(node) && /\.(execute|query)$/.test(node.expression.getText()) && node.arguments[0] && ts.isStringLiteralLike(node.arguments[0])) found.push(line());
      }
    }
    expect(found).toEqual([]);
  });

  it("passes the policies as a worker only where nobody is asking: jobs, mail, and what an administrator does", () => {
    const found = sources.filter((path) => importedFrom(sourceOf(path), /db\/viewer\.server\.ts$/).includes("asWorker"));
    expect(found.filter((path) => !workers.test(path))).toEqual([]);
  });

  it("asks which rights somebody has with viewer.roles_now(), which knows about first and last days, and never with the table", () => {
    // Who gives, ends, lists, keeps and erases roles speaks of the rows themselves.
    const about = /^app\/(features\/(roles|privacy)|i18n)\//;
    const found = sources.filter((path) => !about.test(path) && /\brole_grant\b|\broleGrant\b/.test(sourceOf(path).text));
    expect(found).toEqual([]);
    const rights = migrations().flatMap(({ sql }) => [...sql.matchAll(/create (?:or replace )?function (viewer\.\w+)[\s\S]*?\$\$([\s\S]*?)\$\$/g)]);
    const last = new Map(rights.map(([, name, body]) => [name!, body!]));
    const reading = [...last].filter(([, body]) => /(?:from|join) (?:public\.)?role_grant\b/.test(body)).map(([name]) => name);
    expect(reading.sort()).toEqual(["viewer.role_to_change", "viewer.roles_now"]);
  });

  it("is never about roles or settings outside the doors", () => {
    const found = sources.filter((path) => /set_config\s*\(|\bset\s+(local\s+)?role\b|reset\s+role/i.test(sourceOf(path).text));
    expect(found).toEqual([]);
  });
});

function importedFrom(source: ts.SourceFile, module: RegExp): string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier) || !module.test(statement.moduleSpecifier.text)) return [];
    const bindings = statement.importClause?.namedBindings;
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  });
}
