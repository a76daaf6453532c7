import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centsIn, typedEuros } from "./amounts.ts";
import { csvLines, textOf } from "./csv-lines.ts";
import { dayIn } from "./days.ts";
import { readOffers } from "./read-offers.ts";

describe("amounts in euros", () => {
  it.each([["4250", 425_000], ["4250,5", 425_050], ["4.250,00", 425_000], ["4,250.00", 425_000], ["4250.05", 425_005], ["€ 4250,-", 425_000], ["€\u00a01.234.567,89", 123_456_789], ["0", 0], ["4.250", 425_000], [" 12,30 ", 1230]])("read %s as cents", (text, cents) => {
    expect(centsIn(text)).toBe(cents);
  });

  it.each(["", "-5", "4250,005", "1.23.456", "1.234.56", "1,234.567,89", "=1+1", "12 euro", "1e3", "NaN", "99999999999"])("refuse %s", (text) => {
    expect(centsIn(text)).toBeNull();
  });

  it("come back as they were typed, however much it is", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (cents) => centsIn(typedEuros(cents)) === cents));
  });
});

describe("days", () => {
  it.each([["31-12-2027", "2027-12-31"], ["1/2/2028", "2028-02-01"], ["2028-02-29", "2028-02-29"], ["3.5.2027", "2027-05-03"], ["30-02-2027", null], ["2027-13-01", null], ["12-31-2027", null], ["morgen", null]])("read %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});

describe("lines of a CSV file", () => {
  it("are parted by whichever sign the first line has most of, with quotes, blank lines and the mark of UTF-8", () => {
    expect(csvLines('\ufeffa;b\r\n"1;2";"zei ""ja"""\r\n\r\n;\r\n"over\r\ntwee";x')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1;2", 'zei "ja"'] },
      { line: 5, cells: ["over\r\ntwee", "x"] },
    ]);
    expect(csvLines("a,b\n1,2")).toEqual([{ line: 1, cells: ["a", "b"] }, { line: 2, cells: ["1", "2"] }]);
    expect(csvLines("a\tb\r1\t2")).toEqual([{ line: 1, cells: ["a", "b"] }, { line: 2, cells: ["1", "2"] }]);
    expect(csvLines('a;b\n1;"2')).toEqual({ unclosed: 2 });
    expect(csvLines("")).toEqual([]);
  });

  it("are text in UTF-8 or Windows-1252, and no other file", () => {
    expect(textOf(Buffer.from("één"))).toBe("één");
    expect(textOf(Uint8Array.of(0xe9, 0x80))).toBe("é€");
    expect(textOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toBeNull();
  });
});

describe("a file with offers", () => {
  const head = "kenmerk;prijs_met_btw;waarvan_btw;geldig_tot;extra_met_btw;extra_waarvan_btw;extra_wat;besparing_van;besparing_tot;subsidie;opmerking";
  const read = (...rows: string[]) => readOffers([head, ...rows].join("\n"), "2027-01-01");

  it("gives whole cents with the VAT beside them, by the names of its columns", () => {
    expect(read("'ab12;4.250,00;737,60;31-12-2027;250;43,39;Steiger;300;450,5;1000;Dak op het zuiden")).toEqual({
      mistakes: [],
      lines: [{ line: 2, reference: "AB12", offer: { priceCents: 425_000, priceVatCents: 73_760, extrasCents: 25_000, extrasVatCents: 4339, extrasWhat: "Steiger", savingFromCents: 30_000, savingToCents: 45_050, subsidyCents: 100_000, validUntil: "2027-12-31", note: "Dak op het zuiden" } }],
    });
    const other = readOffers('Geldig tot,Kenmerk,"Waarvan BTW",prijs-met-btw\n2027-03-01,AB,0,"4,250.00"', "2027-01-01");
    expect(other.mistakes).toEqual([]);
    expect(other.lines[0]!.offer).toMatchObject({ priceCents: 425_000, priceVatCents: 0, extrasCents: 0, subsidyCents: null, savingFromCents: null, note: null });
  });

  it("lists all that is wrong, by line and column, and takes nothing of such a line", () => {
    const { lines, mistakes } = read("A;veel;0;31-12-2027", "B;10;20;31-12-2027", "C;10;;31-12-2027", "D;10;2;31-12-2026", "D;10;2;ooit", ";10;2;31-12-2027", "E;10;2;31-12-2027;5;1;", "F;10;2;31-12-2027;;;;5", "G;10;2;31-12-2027", `H;10;2;31-12-2027;;;;;;;${"x".repeat(1001)}`, "I;10;2;31-12-2027;;;;;;;;teveel");
    expect(mistakes.map(({ line, column, problem }) => `${line} ${column} ${problem}`)).toEqual([
      "2 prijs_met_btw amount", "3 waarvan_btw vat", "4 waarvan_btw needed", "5 geldig_tot past", "6 geldig_tot date", "6 kenmerk twice", "7 kenmerk needed", "8 extra_wat extras", "9 besparing_tot saving", "11 opmerking long", "12 null cells",
    ]);
    expect(lines.map(({ reference }) => reference)).toEqual(["G"]);
  });

  it("needs its columns once each, a line, and quotes that close", () => {
    const of = (text: string) => readOffers(text, "2027-01-01").mistakes.map(({ line, column, problem }) => `${line} ${column} ${problem}`);
    expect(of("kenmerk;prijs;geldig_tot;geldig_tot\nA;1;2;3")).toEqual(["1 prijs_met_btw column", "1 waarvan_btw column", "1 geldig_tot column_twice", "1 prijs column_unknown"]);
    expect(of("kenmerk;prijs_met_btw;waarvan_btw;geldig_tot")).toEqual(["1 null empty"]);
    expect(of("")).toEqual(["1 null empty"]);
    expect(of('kenmerk;"prijs')).toEqual(["1 null quote"]);
  });

  it("is never anything but lines and mistakes, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\w;",=.'-]{0,40}$/), { maxLength: 6 }), (rows) => {
        const { lines, mistakes } = read(...rows);
        for (const { offer } of lines) expect(Number.isSafeInteger(offer.priceCents) && offer.priceVatCents <= offer.priceCents && offer.validUntil >= "2027-01-01").toBe(true);
        expect(mistakes.every(({ line }) => line >= 1)).toBe(true);
      }),
    );
  });
});
