import fc from "fast-check";
import type { Page } from "../support/running-app.ts";
import { forms, parameterOf, queries, queryNames, visitorOf } from "./fuzz-forms.ts";
import { type Visitor, visitors } from "./fuzz-town.ts";

// Requests of which anything may be wrong. All of it is plain data with names in braces for what differs per run, so
// that a seed makes the same ones again and a failure can be read.

export type FuzzRequest = {
  visitor: Visitor;
  method: string;
  /** As it goes over the line. */
  path: string;
  query: [name: string, value: string][];
  headers: [name: string, value: string][];
  from: "own site" | "another site" | "unknown";
  body: Body | null;
};
export type Body = { sentAs: (typeof encodings)[number]; fields: [name: string, value: string][]; file: (typeof files)[number] };

export const encodings = ["urlencoded", "multipart", "cut multipart", "wrong boundary", "no boundary", "json", "text", "no type", "rubbish type", "rubbish", "many names", "many parts"] as const;
export const files = ["none", "photo", "cut photo", "no photo", "svg", "html", "huge picture", "empty"] as const;

/** Stands in what is sent; nowhere in a page may it come back as it is. */
export const marker = "<script>merk";
export const imageMarker = "<img src=x onerror=merk";

const oddTexts = [
  "", " ", "\t\r\n", "0", "-1", "1e309", "-0", "NaN", "Infinity", "9".repeat(40), "1.5", "0x10", "1e3", "٢٠٢١", "null", "undefined", "true", "[]", "[object Object]", "{}", "__proto__", "constructor", "toString",
  "\0", "a\0b", "\x01\x1b[31m\x7f", "\x85\u2028\u2029", "\ufeff", "\ufffe", "\ud800", "%", "%00", "%2e%2e%2f", "../../../etc/passwd", "..\\..\\windows", "/", "//evil.example", "/\\evil.example", "/\t/evil.example",
  "https://evil.example/", "javascript:alert(1)", "data:text/html,merk", "\r\nSet-Cookie: merk=1", "a\nb", "a@b.nl\r\nBcc: c@d.nl", "a@b.nl,c@d.nl", '"a b"@voorbeeld.test', "a@voorbeeld.test",
  "' or 1=1 --", "'; drop table measure; --", '"', "\\", "$1", "%_", "1); select pg_sleep(9) --", "${7*7}", "{{7*7}}", "<%= 7 %>", "$& $` $'", `${marker}</script>`, `"'>${imageMarker}>`, `</script>${marker}`, `]]>${marker}`,
  "👩‍👩‍👧‍👦🏳️‍🌈", "\u202eabc\u202c", "مرحبا שלום", "Z̷̢̛͇a̸l̴g̷o̶", "ﷺ".repeat(50), "ǅ", "İ", "ß", "\u00a0", "a".repeat(255), "a".repeat(2001), "é".repeat(2000), "{100 kB}", "{100 kB of emoji}", "{300 kB}",
  "2020-13-45", "2024-02-30T25:61:61Z", "1234 ab", "0000AA", "BU00000000", "00000000-0000-0000-0000-000000000000", "{own measure} ", "{neighbour measure}", "{bystander measure}", "{bystander household}", "{random id}",
];

const odd = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.oneof(fc.bigInt().map(String), fc.double().map(String)) },
);

const oddSegments = [
  "..", ".", "", "%2e%2e", "%2e%2e%2f%2e%2e%2fpackage.json", "%252e%252e", "%00", "{own measure}%00", "{own measure}.data", "%", "%zz", "%c0%af", "%ff", "caf\u00e9", ";a=b", "%0d%0aSet-Cookie:%20merk=1", "%5c%5cevil.example",
  "0", "-1", "9".repeat(40), "1%20or%201=1", "%27;drop%20table%20measure;--", `${encode(marker)}`, "__proto__", "constructor", "a".repeat(3000), "%F0%9F%8F%A0", "%E2%80%AE", "account.csv", "1.1.json", "*", "?", "#",
];
const otherIds = [
  "{random id}", "{neighbour measure}", "{neighbour wish}", "{neighbour story}", "{neighbour photo}", "{neighbour consent}", "{bystander measure}", "{bystander wish}", "{bystander story}", "{neighbour question}", "{neighbour answer}", "{bystander question}", "{bystander answer}", "{bystander photo}", "{bystander consent}", "{bystander visit}", "{bystander moment}", "{bystander badge}", "{bystander invitation}",
  "{bystander report}", "{own wish}", "{own measure}", "{own consent}", "{report}", "{own request}",
];
const otherPaths = [
  "//evil.example/%2e%2e", "//[", "/%09/[", "/%5C[", "/%2F[", "/\\evil.example", "/gezond", "/csp-melding", "/.well-known/security.txt", "/.env", "/../package.json", "/assets/..%2f..%2f..%2fpackage.json", "/assets/%2e%2e/%2e%2e/package.json", "/assets/%",
  "/assets/$&.js", "/favicon.svg", "/favicon.svg%00", "/robots.txt/", "/assets", "/assets/.", "/assets//", "/assets/x.js?a", "/%2e%2e/%2e%2e/package.json.br", "/build/server/index.js", "/__manifest", "/_root.data", "/.data", "/*.data", "http://evil.example/kaart", "/robots.txt", "/%E0%A4%A", "/a".repeat(12), "/a".repeat(7000), "/__manifest?version={build}&p=%2Fkaart&p=buurt", `/__manifest?version={build}&p=${"/a".repeat(3000)}`, `/__manifest?version={build}&${"p=a&".repeat(900)}`,
  "/inloggen/", "/INLOGGEN", "/kaart//", "/;/kaart",
];

const oddHeaders: [string, string][] = [
  ["Accept-Language", "\u00ff;q=,,,*;q=9"], ["Accept-Language", "nl-".repeat(1000)], ["Accept", "text/x-script"], ["Accept", "*/*;q=\u00ff"], ["Accept-Encoding", "br;q=x, gzip;q=-1"],
  ["If-None-Match", "*"], ["If-None-Match", 'W/"",,"'], ["If-None-Match", '"'.repeat(3000)], ["If-Modified-Since", "gisteren"], ["Range", "bytes=0-"], ["Range", "bytes=9-1,-"],
  ["Cookie", "melding=%E0%A4%A"], ["Cookie", "melding=eyJ0ZXh0IjoibWVyayJ9.abc; melding="], ["Cookie", `a=${"b".repeat(8000)}`], ["Cookie", `a=${"b".repeat(20_000)}`], ["Cookie", ";;=;\u00ff=\u00fe; __proto__=1"],
  ["Cookie", `taal=${marker}; buurhof-session=' or 1=1`], ["Cookie", "taal=en"], ["Cookie", "buurhof-session=__proto__; buurhof-browser=%00"], ["Cookie", "buurhof-terug=Ly9ldmlsLmV4YW1wbGU"],
  ["Cookie", "buurhof-link={proof token}; buurhof-browser={browser}"], ["Cookie", "buurhof-uitnodiging={invitation token}"], ["Cookie", "herstelcodes=AAAA; buurhof-link=a"],
  ["Host", "evil.example"], ["Host", "evil.example:99999"], ["Host", "["], ["Host", "a b"], ["Host", ""], ["X-Forwarded-Host", "evil.example:99999"], ["X-Forwarded-Host", "evil.example"], ["X-Forwarded-For", "' or 1=1"], ["X-Forwarded-Proto", "javascript"],
  ["Sec-Fetch-Site", "cross-site"], ["Sec-Fetch-Site", "same-site"], ["Sec-Fetch-Site", "zomaar"], ["Referer", "https://evil.example/"], ["User-Agent", `${marker} ${"x".repeat(3000)}`], ["User-Agent", ""],
  ["X-HTTP-Method-Override", "DELETE"], ["X-Remix-Response", "yes"], ["Content-Encoding", "gzip"], ["Expect", "iets"], ["Upgrade", "websocket"], ["Purpose", "prefetch"],
];

/** Percent-encodes everything that is not plain, half characters too. */
export function encode(text: string): string {
  return [...Buffer.from(text)].map((byte) => (/[\w.~-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0").toUpperCase()}`)).join("");
}

/** A request with which nothing is wrong: by who has something to do on the page, with the first of the right answers. */
export function rightRequest(path: string, changes: boolean): FuzzRequest {
  const { fields, cookie } = forms[path] ?? { fields: {} };
  return {
    visitor: visitorOf(path), method: changes ? "POST" : "GET", path: path.replace(/:(\w+)/g, (_, name: string) => parameterOf(path, name)), query: [...new URLSearchParams(queries[path])],
    headers: cookie ? [["Cookie", cookie]] : [], from: "own site", body: changes ? { sentAs: "urlencoded", fields: Object.entries(fields).map(([name, [value]]) => [name, value!]), file: "none" } : null,
  };
}

/** Requests to one page: to look at it, or to change something there. */
export function requestsTo({ path, bare }: Page, changes: boolean): fc.Arbitrary<FuzzRequest> {
  const mostly = visitorOf(path);
  const method = changes
    ? fc.oneof({ weight: 25, arbitrary: fc.constant("POST") }, { weight: 4, arbitrary: fc.constantFrom("PUT", "PATCH", "DELETE") }, { weight: 1, arbitrary: fc.constantFrom("OPTIONS", "TRACE", "PROPFIND", "PURGE") })
    : fc.oneof({ weight: 9, arbitrary: fc.constant("GET") }, { weight: 1, arbitrary: fc.constant("HEAD") });
  return fc.record({
    visitor: fc.oneof({ weight: 5, arbitrary: fc.constant(mostly) }, { weight: 2, arbitrary: fc.constantFrom(...visitors) }),
    method,
    path: fc.tuple(addresses(path), fc.boolean()).map(([address, asData]) => (asData && !bare && !path.includes("*") ? `${address === "/" ? "/_root" : address}.data` : address)),
    query: namesAndValues(path),
    headers: headersTo(path),
    from: changes ? fc.oneof({ weight: 8, arbitrary: fc.constant("own site" as const) }, { weight: 1, arbitrary: fc.constantFrom("another site" as const, "unknown" as const) }) : fc.constantFrom("own site" as const, "another site" as const, "unknown" as const),
    body: changes ? bodies(path) : fc.constant(null),
  });
}

function headersTo(path: string): fc.Arbitrary<[string, string][]> {
  const { cookie } = forms[path] ?? {};
  const right = fc.constantFrom<[string, string][][]>(cookie ? [["Cookie", cookie]] : [], []);
  const more = fc.oneof({ weight: 3, arbitrary: fc.constant<[string, string][]>([]) }, { weight: 1, arbitrary: fc.array(fc.constantFrom(...oddHeaders), { minLength: 1, maxLength: 3 }) });
  return fc.tuple(right, more).map((each) => each.flat());
}

function addresses(path: string): fc.Arbitrary<string> {
  if (path.includes("*")) return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...otherPaths) }, { weight: 1, arbitrary: odd.map((text) => `/${encode(text)}`) });
  const parts = path.split("/").map((part) =>
    part.startsWith(":")
      ? fc.oneof(
          { weight: 7, arbitrary: fc.constant(parameterOf(path, part.slice(1))) },
          { weight: 2, arbitrary: fc.constantFrom(...otherIds) },
          { weight: 2, arbitrary: fc.constantFrom(...oddSegments) },
          { weight: 1, arbitrary: odd.map(named) },
        )
      : fc.constant(part),
  );
  return fc.tuple(...parts).map((filled) => filled.join("/"));
}

/** An odd text as a part of an address; names in braces stay. */
function named(text: string): string {
  return text.startsWith("{") && !text.startsWith("{{") ? text.replaceAll(" ", "\u00a0").trim().replaceAll("\u00a0", " ") : encode(text);
}

function namesAndValues(path: string): fc.Arbitrary<[string, string][]> {
  const right = new URLSearchParams(queries[path]);
  const known = fc.constantFrom(...Object.keys(queryNames)).chain((name) => fc.tuple(fc.constant(name), fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...queryNames[name]!) }, { weight: 2, arbitrary: odd })));
  const unknown = fc.tuple(odd, odd);
  const anything = fc.array(fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: unknown }), { maxLength: 4 });
  const doubled = anything.map((pairs) => [...pairs, ...pairs]);
  const none = fc.constant<[string, string][]>([]);
  return fc.oneof({ weight: 2, arbitrary: none }, { weight: 4, arbitrary: anything }, { weight: 1, arbitrary: doubled }).map((pairs) => [...right, ...pairs]);
}

function bodies(path: string): fc.Arbitrary<Body | null> {
  const perField = Object.entries(forms[path]?.fields ?? { veld: ["waarde"] }).map(([name, values]) => {
    const right = fc.constantFrom(...values).map((value): [string, string][] => [[name, value]]);
    return fc.oneof(
      { weight: 9, arbitrary: right },
      { weight: 4, arbitrary: odd.map((value): [string, string][] => [[name, value]]) },
      { weight: 1, arbitrary: fc.constantFrom<[string, string][]>([], [[name, ""]]) },
      { weight: 1, arbitrary: fc.tuple(right, odd).map(([pairs, value]): [string, string][] => [...pairs, [name, value], ...pairs]) },
      { weight: 1, arbitrary: right.map((pairs) => pairs.map(([each, value]): [string, string] => [each.endsWith("[]") ? each.slice(0, -2) : `${each}[]`, value])) },
    );
  });
  const strange = fc.constantFrom("__proto__", "__proto__[]", "constructor", "hasOwnProperty", "then", "toJSON", "id", "householdId", "residentId", "audience", "mayModerate[]", "a[b][c]", "", "[]", "n".repeat(1000), "photo");
  const extra = fc.oneof({ weight: 3, arbitrary: fc.constant<[string, string][]>([]) }, { weight: 1, arbitrary: fc.array(fc.tuple(strange, odd), { minLength: 1, maxLength: 3 }) });
  const file = path.endsWith("/ervaring") ? fc.constantFrom(...files) : fc.oneof({ weight: 4, arbitrary: fc.constant("none" as const) }, { weight: 1, arbitrary: fc.constantFrom(...files) });
  const sentAs = fc.oneof({ weight: path.endsWith("/ervaring") ? 2 : 12, arbitrary: fc.constant("urlencoded" as const) }, { weight: 4, arbitrary: fc.constant("multipart" as const) }, { weight: 3, arbitrary: fc.constantFrom(...encodings) });
  const filled = fc.record({ sentAs, fields: fc.tuple(fc.tuple(...perField), extra).map(([pairs, more]) => [...pairs.flat(), ...more]), file });
  return fc.oneof({ weight: 12, arbitrary: filled }, { weight: 1, arbitrary: fc.constant(null) });
}
