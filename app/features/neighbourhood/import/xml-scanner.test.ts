import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { XmlScanner } from "./xml-scanner.ts";

type Event = [kind: "open", name: string, attributes: Record<string, string>] | [kind: "close", name: string, text: string];

function scan(...pieces: string[]): Event[] {
  const events: Event[] = [];
  const scanner = new XmlScanner({
    heeds: () => true,
    open: (name, attributes) => events.push(["open", name, { ...attributes }]),
    close: (name, text) => events.push(["close", name, text]),
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return events;
}

/** The same events from a general parser: text only of elements without children. */
function scanWithSaxes(text: string): Event[] {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: false });
  let leaf = "";
  let inLeaf = false;
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("opentag", ({ name, attributes }) => {
    leaf = "";
    inLeaf = true;
    events.push(["open", local(name), { ...attributes }]);
  });
  parser.on("text", (part) => (leaf += part));
  parser.on("cdata", (part) => (leaf += part));
  parser.on("closetag", ({ name }) => {
    events.push(["close", local(name), inLeaf ? leaf : ""]);
    leaf = "";
    inLeaf = false;
  });
  parser.write(text).close();
  return events;
}

const name = fc.constantFrom("a", "ns:b", "Objecten-ref:PandRef", "c_1.d", "gml:pos");
const words = fc.constantFrom("", "0424 1", "B&amp;W", "&lt;x&#233;&#xE9;", "Ėén 'straat' \"hier\"", "a > b", "\n  ");
const attributes = fc.constantFrom("", ' x="1"', " x='a>b' ns:y=\"&quot;\"", '\n  srsName = "urn:ogc:def:crs:EPSG::28992"');
const leaf = fc.oneof(words, words.map((text) => `<![CDATA[${text}]]>`), words.map((text) => `${text}<!-- <no> -->${text}`));
const { element } = fc.letrec<{ element: string; inside: string }>((tie) => ({
  inside: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("element"), { maxLength: 3 }).map((each) => each.join("\n "))),
  element: fc.oneof(
    fc.tuple(name, attributes).map(([tag, written]) => `<${tag}${written}/>`),
    fc.tuple(name, attributes, tie("inside")).map(([tag, written, inside]) => `<${tag}${written}>${inside}</${tag} >`),
  ),
}));

test("reads what a general parser reads, wherever the text is cut", () => {
  fc.assert(
    fc.property(element, fc.array(fc.nat(400), { maxLength: 6 }), (root, cuts) => {
      const text = `<?xml version="1.0"?>\n<!-- head -->${root}\n`;
      const places = [...new Set(cuts.filter((cut) => cut < text.length))].sort((a, b) => a - b);
      const pieces = [...places, text.length].map((end, index) => text.slice(places[index - 1] ?? 0, end));
      expect(scan(...pieces)).toEqual(scanWithSaxes(text));
    }),
    { seed: 7, numRuns: 400 },
  );
});

test.each([
  ["<a><b></a></b>", "line 1: </a> closes <b>"],
  ["<a>\n<b>\n</c></b></a>", "line 3: </c> closes <b>"],
  ["<a>", "line 1: it ends before </a>"],
  ["<a><b>tex", "line 1: it ends before </b>"],
  ["</a>", "line 1: </a> closes nothing"],
  ["<a/><b/>", "line 1: it goes on after the root element"],
  ["<a/>text", "line 1: it goes on after the root element"],
  ["text<a/>", "line 1: it has text outside of the root element"],
  ["", "line 1: it has no root element"],
  ["<a x=1/>", "line 1: attributes x=1 are not written well"],
  ['<a x="1" x="2"/>', "line 1: attribute x is written twice"],
  ["<a>&nbsp;</a>", "line 1: & is not an entity"],
  ["<a>B&W</a>", "line 1: & is not an entity"],
  ["<1a/>", "line 1: <1a> is not an element"],
  ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "line 1: document types are not read"],
])("refuses %j", (text, message) => {
  expect(() => scan(text)).toThrow(message);
  expect(() => scanWithSaxes(text)).toThrow();
});

test("counts lines over pieces", () => {
  expect(() => scan("<a>\n\n<b>1</b>\n", "<b>2</b>\n<b>", "\n</c>")).toThrow("line 6: </c> closes <b>");
});
