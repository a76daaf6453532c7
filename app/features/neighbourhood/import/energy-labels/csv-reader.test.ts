import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvReader } from "./csv-reader.ts";

function read(bytes: Buffer, cuts: number[] = []): { line: number; fields: string[] }[] {
  const found: { line: number; fields: string[] }[] = [];
  const reader = new CsvReader("file.csv", (record) => found.push({ line: record.line, fields: Array.from({ length: record.length }, (_, field) => record.text(field)) }));
  const places = [...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
  places.forEach((end, index) => reader.write(bytes.subarray(places[index - 1] ?? 0, end)));
  reader.end();
  return found;
}

const field = fc.constantFrom("", "C", "98,75", 'the "old" house', "a;b", "two\r\nlines", "\n", '"', 'één"";', "Twee-onder-één-kap", "x".repeat(300));
const written = (text: string, always: boolean) => (always || /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test("reads back what was written, wherever the text is cut and however its lines end", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.tuple(field, fc.boolean()), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.array(fc.nat(900), { maxLength: 8 }),
      (records, end, ended, cuts) => {
        const text = records.map((fields) => fields.map(([each, always]) => written(each, always)).join(";")).join(end) + (ended ? end : "");
        let line = 1;
        const expected = records.map((fields) => {
          const begin = line;
          line += 1 + (fields.map(([each]) => each).join("").match(/\n/g)?.length ?? 0);
          return { line: begin, fields: fields.map(([each]) => each.trim()) };
        });
        expect(read(Buffer.from(text), cuts)).toEqual(expected);
      },
    ),
    { seed: 11, numRuns: 1000 },
  );
});

test("passes over blank lines and counts them", () => {
  expect(read(Buffer.from('a;b\r\n\r\n\n"";\nc;d'))).toEqual([{ line: 1, fields: ["a", "b"] }, { line: 4, fields: ["", ""] }, { line: 5, fields: ["c", "d"] }]);
});

test.each([
  ['a;b\nc;"d', "file.csv: line 2 has a quote that is not closed"],
  ['a;b\nc;"d"e\n', "file.csv: line 2 has text after the quote that closes field 2"],
  [`a;b\n"${"x".repeat(70_000)}`, "file.csv: line 2 has a quote that is not closed"],
  [`a${";".repeat(600)}\n`, "file.csv: line 1 has more than 512 fields"],
])("refuses %.20j", (text, message) => {
  expect(() => read(Buffer.from(text))).toThrow(message);
});
