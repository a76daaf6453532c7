import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { figureSources } from "./figure-sources.ts";
import { heatingLines } from "./heating-lines.ts";
import { gasPrice, measureLines } from "./measure-lines.ts";

const lines = [...heatingLines, ...measureLines, gasPrice];

test("every figure says what its source prints, in which unit, and where that can be looked up", () => {
  expect(lines.length).toBe(29 + 16 + 1);
  for (const { source, table, value, unit, printed } of lines) {
    expect(figureSources[source].where).toMatch(/^https:\/\/www\.(pbl|milieucentraal)\.nl\/.+/);
    expect(table).not.toBe("");
    expect(value).toBeGreaterThan(0);
    expect(["m³/year", "€", "€/m³", "m²"]).toContain(unit);
    expect(printed.replace(/ ?(m3|m2|euro\/m3)$/, "").replace(/^€ /, "").replaceAll(".", ""), "the value is the printed one").toBe(String(value).replace(".", ","));
  }
});

test("a home has one line at most of each trait but its type, where blocks of flats are told apart by their storeys", () => {
  const periods = heatingLines.flatMap((line) => (line.trait === "period" ? [[line.from ?? 0, line.to] as const] : []));
  const areas = heatingLines.flatMap((line) => (line.trait === "area" ? [[line.from, line.below - 1] as const] : []));
  for (const classes of [periods, areas]) for (const [i, [from]] of classes.entries()) expect(from).toBeGreaterThan(classes[i - 1]?.[1] ?? -1);
  const types = heatingLines.flatMap((line) => (line.trait === "type" ? [line.dwellingType] : []));
  expect(types.toSorted()).toEqual(["detached", "end_terrace", "flat", "flat", "semi_detached", "terraced"]);
});

test("the classes are those that their names say", () => {
  for (const line of heatingLines) {
    if (line.trait === "label") expect(line.class).toBe(line.letter);
    if (line.trait === "period") expect(line.class.match(/\d+/g)!.map(Number)).toEqual(line.from === null ? [line.to] : [line.from, line.to]);
    if (line.trait === "area") expect(line.class.match(/\d+/g)!.map(Number)).toEqual(line.from === 0 ? [line.below] : [line.from, line.below]);
  }
});

const folder = join(process.env.BUURHOF_SHARED ?? join(process.cwd(), "..", "shared", "data"), "kengetallen");
const present = existsSync(folder);
if (!present) console.warn(`The files of figures are not in ${folder}: the lines are not held against them here. BUURHOF_SHARED says where they are.`);

/** The rows of a small file with semicolons, by the names in its first line. */
function rowsOf(file: string): Record<string, string>[] {
  const [names, ...rows] = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/).map((row) => row.split(";"));
  return rows.map((row) => Object.fromEntries(names!.map((name, i) => [name, row[i] ?? ""])));
}

describe.runIf(present)("the files that the figures were taken from", () => {
  test("have every line about heating, and no other that can be read with certainty and is about homes that we know", () => {
    const rows = rowsOf("pbl2025_referentieverbruik_tabel14-17.csv");
    const kept = new Set(heatingLines.map((line) => {
      const found = rows.filter((row) => `tabel ${row.tabel}` === line.table && row.klasse_brontekst === line.class);
      expect(found.map((row) => row.waargenomen_warmtevraag_m3), line.class).toEqual([line.printed]);
      expect(Boolean(line.remark), line.class).toBe(found[0]!.opmerking !== "");
      return rows.indexOf(found[0]!);
    }));
    expect(kept.size).toBe(heatingLines.length);
    expect(rows.filter((_, i) => !kept.has(i)).map((row) => row.klasse_brontekst)).toEqual(["Onbekend", "t/m 1929", "500 of meer"]);
  });

  test("have every line about cavity walls and the price of gas", () => {
    const rows = rowsOf("milieucentraal_spouwmuurisolatie.csv");
    const names = { terraced: "Tussenwoning", end_terrace: "Hoekwoning", semi_detached: "2 onder 1 kap", detached: "Vrijstaande woning" } as Record<string, string>;
    const columns = { saving: "besparing_gas_m3_per_jaar", cost: "kosten_eur", subsidy: "subsidie_eur", wall: "muuroppervlak_m2" };
    for (const { dwellingType, subject, value } of measureLines) expect(Number(rows.find(({ woningtype }) => woningtype === names[dwellingType])![columns[subject]])).toBe(value);
    expect(rows).toHaveLength(4);
    expect(Object.keys(rows[0]!)).toContain(`besparing_eur_per_jaar_bij_${gasPrice.value}_eur_m3`);
  });
});
