import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const root = process.cwd();
const skipped = new Set(["node_modules", "build", ".git", ".data", ".cache", "test-results", "playwright-report"]);

/** All files below the folders, as paths from the root of the project. */
export function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) => walk(join(root, folder))).sort();
}

function walk(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(root, path)];
  });
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The source of a TypeScript file as a tree. */
export function sourceOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** Every node of a tree, depth first. */
export function nodesOf(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (each: ts.Node) => {
    found.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}
