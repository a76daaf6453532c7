import { expect, test } from "vitest";
import { CopyBatch } from "./copy-batch.ts";
import { copyLine } from "./copy-lines.ts";

test("writes nulls, numbers, booleans, arrays and what would break a line", () => {
  expect(copyLine(["a", null, 1.5, true, false])).toBe("a\t\\N\t1.5\ttrue\tfalse\n");
  expect(copyLine(["tab\tline\nreturn\rback\\slash"])).toBe("tab\\tline\\nreturn\\rback\\\\slash\n");
  expect(copyLine([["woonfunctie", "overige gebruiksfunctie"], [], ['say "a\\b"']])).toBe('{"woonfunctie","overige gebruiksfunctie"}\t{}\t{"say \\\\"a\\\\\\\\b\\\\""}\n');
});

test("gathers lines until they no longer fit, whatever their letters take", () => {
  const batch = new CopyBatch();
  const line = `${"é".repeat(50_000)}\n`;
  expect([batch.add(line), batch.add(line), batch.add(line)]).toEqual([true, true, false]);
  expect(batch.lines.toString()).toBe(line + line);
  batch.clear();
  expect(batch.lines).toHaveLength(0);
  expect(new CopyBatch(Buffer.byteLength("x".repeat(300_000))).add("x".repeat(300_000))).toBe(true);
});
