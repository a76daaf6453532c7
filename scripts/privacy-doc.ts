import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { en } from "../app/i18n/en.ts";
import { inventory } from "../app/features/privacy/inventory.ts";
import { subjectsInOrder } from "../app/features/privacy/inventory-subjects.ts";
import { remainsOfErased } from "../app/features/privacy/remains.ts";

// npm run privacy-doc: writes the lists in docs/privacy.md from the inventory. A test refuses a page that is not as this would write it.

const file = "docs/privacy.md";
const begin = "<!-- from the inventory: npm run privacy-doc -->";
const end = "<!-- to here -->";

/** The page with its lists as the inventory has them now. */
export function withLists(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for the lists`);
  return `${before}${begin}\n\n${lists()}\n${end}${after}`;
}

function lists(): string {
  const { subjects, bases } = en.inventory;
  const parts = subjectsInOrder.map(([name, { basis, tables }]) => {
    const { title, why, who } = subjects[name];
    const rows = tables.map((table) => {
      const line = inventory[table];
      return line.personal ? `| ${line.what} | ${line.whose} | ${line.purpose} | ${line.kept} | ${line.inOwnExport === true ? "yes" : line.inOwnExport} |` : "";
    });
    return [`### ${title}`, "", `${why} Read by: ${who} ${basis.map((each) => bases[each]).join(" ")}`, "", "| what | whose | what for | how long | in your download |", "|---|---|---|---|---|", ...rows, ""].join("\n");
  });
  const impersonal = Object.values(inventory).flatMap((line) => (line.personal ? [] : [`- ${line.what}`]));
  const left = remainsOfErased.map((table) => `- ${inventory[table].what}: ${(inventory[table] as { kept: string }).kept}`);
  return [...parts, "### About nobody", "", ...impersonal, "", "### What is left of who was erased", "", "A random id, and nothing else:", "", ...left, ""].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeFileSync(file, withLists(readFileSync(file, "utf8")));
