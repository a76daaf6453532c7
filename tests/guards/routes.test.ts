import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesIn, sourceOf, textOf } from "./walk.ts";

const routes = filesIn("app/routes").filter((path) => /\.tsx?$/.test(path) && !path.includes(".test."));
const guard = /^(allowEveryone|require[A-Z]\w*)$/;

describe("routes", () => {
  it.each([...routes, "app/root.tsx"])("%s asks who is there before anything else", (path) => {
    const source = sourceOf(path);
    const imported = importsOf(source);
    const doors = exportedFunctions(source).filter(({ name }) => ["loader", "action", "clientLoader", "clientAction"].includes(name));
    expect(doors.length, "a page without a loader or an action says nothing about who may see it").toBeGreaterThan(0);
    for (const { name, body } of doors) {
      expect(["loader", "action"], `${name} runs in the browser, where nothing is guarded`).toContain(name);
      const called = body && firstCall(body);
      expect(called, `the first statement of ${name} must be allowEveryone() or await require…(args)`).toMatch(guard);
      expect(imported.get(called!), `${called} must come from the session feature`).toMatch(/features\/session\/[\w-]+\.server\.ts$/);
    }
  });

  it("read forms in one way, which refuses what no form of ours sends", () => {
    expect(filesIn("app").filter((path) => /\.tsx?$/.test(path) && !path.includes(".test.") && path !== "app/http/read-form.server.ts" && textOf(path).includes(".formData()"))).toEqual([]);
  });

  it.each(routes)("%s is thin: at most 120 lines", (path) => {
    expect(sourceOf(path).text.trimEnd().split("\n").length).toBeLessThanOrEqual(120);
  });
});

/** The name of the function that the first statement calls. */
function firstCall(body: ts.Block): string | undefined {
  const [first] = body.statements;
  if (!first) return undefined;
  let expression: ts.Expression | undefined;
  if (ts.isExpressionStatement(first)) expression = first.expression;
  if (ts.isVariableStatement(first)) expression = first.declarationList.declarations[0]?.initializer;
  if (expression && ts.isAwaitExpression(expression)) expression = expression.expression;
  else if (expression && called(expression) !== "allowEveryone") return "a guard without await";
  return expression && called(expression);
}

const called = (expression: ts.Expression) => (ts.isCallExpression(expression) && ts.isIdentifier(expression.expression) ? expression.expression.text : undefined);

function exportedFunctions(source: ts.SourceFile): { name: string; body: ts.Block | undefined }[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      return statement.exportClause.elements.map((element) => ({ name: element.name.text, body: undefined }));
    }
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? "default", body: statement.body }];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(),
      body: initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) && ts.isBlock(initializer.body) ? initializer.body : undefined,
    }));
  });
}

function importsOf(source: ts.SourceFile): Map<string, string> {
  const imports = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings)) for (const element of bindings.elements) imports.set(element.name.text, statement.moduleSpecifier.text);
  }
  return imports;
}
