import { describe, expect, it } from "vitest";
import { qrOnPage, readPdf } from "../../../tests/support/read-pdf.ts";
import { addressBox, drawLetter, windowArea } from "./draw-letter.server.ts";
import { inFont, letterPdf } from "./letter-pdf.server.ts";
import type { LetterSheet } from "./letter-sheet.ts";

const from = { name: "Energiecoöperatie Lindewaard", address: "Dorpsplein 1, 9980 AA Lindewaard", phone: "088 123 45 67", email: "hallo@lindewaard.example", siteUrl: "https://buurhof.example" };
const sheet: LetterSheet = { kind: "invitation", locale: "nl", secondLocale: null, addressLines: ["Kastanjelaan 12A", "9980 AB  Lindewaard"], neighbourhoodName: "Hofkwartier", code: "CDFH-JKMN", validUntil: new Date("2027-01-05T12:00:00Z") };
/** As many as a moderator of a large neighbourhood prints, whole. */
const many = process.env.PROOF ? 700 : 150;

async function drawn(...sheets: Partial<LetterSheet>[]): Promise<Buffer> {
  const pdf = letterPdf({ title: "Brieven van Buurhof", author: from.name, locale: "nl" });
  for (const each of sheets) drawLetter(pdf, { ...sheet, ...each }, from, new Date("2026-12-06T12:00:00Z"));
  return pdf.end();
}

const kinds = [
  ["an invitation", {}],
  ["an invitation with a second language", { secondLocale: "en" as const }],
  ["a letter that was asked for", { kind: "requested" as const }],
  ["a letter that tells of a claim", { kind: "notice" as const }],
  ["a letter that was asked for in English", { kind: "requested" as const, locale: "en" as const }],
  ["a letter to take over what was entered on paper", { kind: "paper" as const }],
  ["a letter to take over what was entered on paper, in English", { kind: "paper" as const, locale: "en" as const }],
  ["an invitation with long names", { secondLocale: "en" as const, addressLines: ["Burgemeester van der Voort van Zijplaan 12A-hs", "9980 AB  's-Gravenmoerse Lindewaard"], neighbourhoodName: "Oud-Lindewaard en omstreken Noord" }],
] as const;

describe("a letter", () => {
  it.each(kinds)("shows through the window of its envelope the address and nothing else: %s", async (_what, own) => {
    const [page, ...more] = await readPdf(await drawn(own));
    expect(more).toEqual([]);
    expect([page!.size.width, page!.size.height].map(Math.round)).toEqual([210, 297]);
    const seen = page!.pieces.filter(({ top, bottom, left, right }) => bottom > windowArea.top && top < windowArea.bottom && right > windowArea.left && left < windowArea.right);
    expect(seen.map(({ text }) => text.replace(/\s+/g, " "))).toEqual(["Aan de bewoners van", ...("addressLines" in own ? own.addressLines : sheet.addressLines).map((words) => words.replace(/\s+/g, " "))]);
    for (const { left, right, top, bottom } of seen) {
      expect(left).toBeGreaterThanOrEqual(addressBox.left - 0.1);
      expect(right).toBeLessThanOrEqual(100);
      expect(top).toBeGreaterThanOrEqual(62);
      expect(bottom).toBeLessThanOrEqual(79);
    }
    for (const { right, bottom } of page!.pieces) expect([right <= 200, bottom <= 294]).toEqual([true, true]);
  });

  it("reads in order, with the address, the code, how to say no and whom to call", async () => {
    const [page] = await readPdf(await drawn({ secondLocale: "en" }));
    const text = page!.text.replace(/\s+/g, " ");
    const order = ["Energiecoöperatie Lindewaard", "Aan de bewoners van Kastanjelaan 12A 9980 AB", "Meedoen is gratis", "Werkt tot en met 5 januari 2027", "buurhof.example/brief", "geen-brieven", "Doe je al mee?", "Bel 088 123 45 67", "In English", "Je naam kennen we niet"];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(text.replace(/\s/g, "")).toContain("CDFH-JKMN");
  });

  it.each([["invitation", "https://buurhof.example/brief"], ["requested", "https://buurhof.example/meedoen/code"]] as const)("has a QR code that a telephone reads, without the code in it: %s", async (kind, url) => {
    expect(await qrOnPage(await drawn({ kind }))).toBe(url);
  });

  it("says that it is an archivable, tagged document in Dutch, with every font inside", async () => {
    const bytes = (await drawn({})).toString("latin1");
    for (const wanted of ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "/MarkInfo", "/Lang (nl)", "/OutputIntents", "/StructTreeRoot", "Brieven van Buurhof"]) expect(bytes, wanted).toContain(wanted);
    expect(bytes.match(/\/FontFile2/g)).toHaveLength(3);
  });

  it("writes letters that the fonts don't have without their marks, rather than as a box", () => {
    expect(inFont("Dvořáklaan 3, Café “’t Huis” € – Łódź")).toBe("Dvoráklaan 3, Café “’t Huis” € – ódz");
  });

  it(`is drawn ${many} times in little time and memory`, { timeout: 120_000 }, async () => {
    const began = performance.now();
    const before = process.memoryUsage().rss;
    let [bytes, most] = [0, before];
    const pdf = letterPdf({ title: "Brieven", author: from.name, locale: "nl" });
    for (let number = 1; number <= many; number++) {
      drawLetter(pdf, { ...sheet, secondLocale: "en", addressLines: [`Kastanjelaan ${number}`, "9980 AB  Lindewaard"] }, from, new Date());
      if (number % 20 === 0) bytes += (await pdf.take()).length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    bytes += (await pdf.end()).length;
    console.log(`${many} letters drawn in ${Math.round(performance.now() - began)} ms, ${(bytes / 1e6).toFixed(1)} MB, ${Math.round((most - before) / 1e6)} MB of memory more`);
    expect(bytes).toBeGreaterThan(1_000_000);
  });
});
