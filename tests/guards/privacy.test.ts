import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inventory } from "../../app/features/privacy/inventory.ts";
import { subjectsInOrder } from "../../app/features/privacy/inventory-subjects.ts";
import { en } from "../../app/i18n/en.ts";
import { nl } from "../../app/i18n/nl.ts";
import { withLists } from "../../scripts/privacy-doc.ts";

const told = subjectsInOrder.flatMap(([, { tables }]) => tables);
const personal = Object.entries(inventory).filter(([, line]) => line.personal).map(([name]) => name);

describe("what is told of what is kept", () => {
  it("is every line of the inventory that is about people, once", () => {
    expect([...told].sort()).toEqual(personal.sort());
  });

  it("has its Dutch and its English, and the English is what the inventory says", () => {
    for (const { lines, kept } of [nl.inventory, en.inventory]) for (const words of [lines, kept]) expect(Object.keys(words).sort()).toEqual([...told].sort());
    expect(told.map((table) => ({ table, what: en.inventory.lines[table], kept: en.inventory.kept[table] }))).toEqual(told.map((table) => ({ table, what: inventory[table].what, kept: (inventory[table] as { kept: string }).kept })));
  });

  it("stands in docs/privacy.md as the inventory has it now", () => {
    const page = readFileSync("docs/privacy.md", "utf8");
    expect(withLists(page)).toBe(page);
  });
});
