import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gridDialects, plainRows, type PlainRow, writeGridFile } from "../../../../../tests/support/make-grid-files.ts";
import { operatorOf, yearOf } from "./operator-of.ts";
import { readGridFile } from "./read-grid-file.ts";
import { numberReader } from "./read-number.ts";
import type { GridRow } from "./read-row.ts";
import { splitFields } from "./split-fields.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "grid-files-"))));
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(name: string, content: Parameters<typeof writeGridFile>[2]): Promise<{ rows: GridRow[] } & Awaited<ReturnType<typeof readGridFile>>> {
  const rows: GridRow[] = [];
  const counts = await readGridFile(await writeGridFile(folder, name, content), { add: (row) => void rows.push(row), send: async () => {} });
  return { rows, ...counts };
}

test.each(Object.entries(gridDialects))("%s is read as it is written", async (name, written) => {
  const { rows, read, leftOut } = await rowsOf(name, written(plainRows));
  const shares = name.includes("kv-2025in") ? { delivery: null, smartMeter: null } : {};
  expect({ read, leftOut }).toEqual({ read: 3, leftOut: [] });
  expect(rows.map((row) => ({ ...row, operator: null }))).toEqual(
    plainRows.map(({ area, from, to, connections, use, delivery, smartMeter, product }) => ({
      operator: null, area, from, to, connections, use, delivery, smartMeter, product: product === "ELK" ? "electricity" : "gas", ...shares,
    })),
  );
  expect(operatorOf(undefined, rows.map(({ operator }) => operator), name)).toBe(/^(stedin|enduris|enexis|liander)/i.exec(name)![0].replace(/^./, (first) => first.toUpperCase()));
  expect(yearOf(undefined, name)).toBe(Number(/20\d\d(?!\d)/.exec(name)![0]));
});

test("a row is left out, and counted, for fewer than ten connections, an average of 0 or none, and a large connection", async () => {
  const [row] = plainRows as [PlainRow];
  const text = gridDialects["Liander_kleinverbruiksgegevens_2024.csv"]([{ ...row, connections: 9 }, { ...row, use: 0 }, row, { ...row, connections: 10 }]);
  const { rows, read, leftOut } = await rowsOf("liander-2024.csv", `${text}${text.split("\r\n")[3]!.replace("KVB", "GVB")}\r\n${text.split("\r\n")[3]!.replace("2589,79", "")}`);
  expect(rows.map(({ connections }) => connections)).toEqual([25, 10]);
  expect(read).toBe(6);
  expect(leftOut).toEqual([
    { reason: "fewer than 10 connections", count: 1, examples: ["line 2"] },
    { reason: "an average use of 0: its connections are not in use yet", count: 1, examples: ["line 3"] },
    { reason: "no small connections", count: 1, examples: ["line 6"] },
    { reason: "no average use", count: 1, examples: ["line 7"] },
  ]);
});

test("a point before three digits is of thousands, unless the file writes its decimals with a point", () => {
  const withCommas = numberReader();
  expect(["97,06", "2.589", "1.002.589,5", "12"].map(withCommas)).toEqual([97.06, 2589, 1_002_589.5, 12]);
  expect(withCommas("97.06")).toBe("other mark");
  const withPoints = numberReader();
  expect(["97.06", "2.589", "1,002,589.5", "-3"].map(withPoints)).toEqual([97.06, 2.589, 1_002_589.5, -3]);
  expect(withPoints("97,06")).toBe("other mark");
  const undecided = numberReader();
  expect(["2.589", "97.06", "3x25", "", "1,2,3"].map(undecided)).toEqual([2589, "other mark", Number.NaN, Number.NaN, Number.NaN]);
});

test.each<[string, string, string[] | null]>([
  ["a;b;;", ";", ["a", "b", "", ""]],
  ['"a";"b;c";1', ";", ["a", "b;c", "1"]],
  ['"Molenweg "D K"";1', ";", ['Molenweg "D K"', "1"]],
  ['"""a""";"";2', ";", ["a", "", "2"]],
  ['"1\t2\t3"', "\t", ["1", "2", "3"]],
  ['"1\t""a""\t3"', "\t", ["1", "a", "3"]],
  ['"a;b', ";", null],
])("the line %s has its fields", (line, delimiter, fields) => {
  expect(splitFields(line, delimiter)).toEqual(fields);
});

test("the operator is as given, else as the rows name it, else as the file is called", () => {
  expect(operatorOf("Anders", ["Stedin"], "liander.csv")).toBe("Anders");
  expect(operatorOf(undefined, ["8717127750009", "STEDIN ZEELAND"], "liander.csv")).toBe("Stedin");
  expect(() => operatorOf(undefined, ["Stedin", "Enduris"], "x.csv")).toThrow("x.csv: is of Stedin and Enduris; say of which with --operator");
  expect(() => operatorOf(undefined, [""], "x.csv")).toThrow("x.csv: neither its rows nor its name say which network operator it is of; give it with --operator");
});

test("the year is as given, else the only one in the name, and a year of which there can be an edition", () => {
  expect(yearOf(2018, "a-2025.csv")).toBe(2018);
  expect(() => yearOf(undefined, "a.csv")).toThrow("a.csv: its name has no year; give the year of the edition with --year");
  expect(() => yearOf(undefined, "a-2024-of-2025.csv")).toThrow("its name has the years 2024 and 2025");
  expect(() => yearOf(2031, "a.csv", new Date("2026-01-01"))).toThrow("2031 is not a year of which there can be an edition");
});

test("a file larger than a piece is read to its last line, which needs no end", async () => {
  const many = Array.from({ length: 5000 }, (_, index) => ({ ...plainRows[index % 3]!, connections: 10 + index }));
  const { rows } = await rowsOf("stedin-2025.csv", gridDialects["stedin-kleinverbruikgegevens-2025.csv"](many).trimEnd());
  expect(rows.map(({ connections }) => connections)).toEqual(many.map(({ connections }) => connections));
});
