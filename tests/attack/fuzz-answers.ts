import { randomUUID } from "node:crypto";
import { Agent, type IncomingHttpHeaders, request as open } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { type Body, encode, type FuzzRequest, imageMarker, marker } from "./fuzz-requests.ts";

// Sends a request byte for byte, and says what an answer may never be.

/** `busy` is for how many milliseconds this process, which is the server too, was at work on it. */
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; milliseconds: number; busy: number };

// A connection that was refused can't be used again, so each request has its own.
const agent = new Agent({ keepAlive: false });
const patience = 10_000;
const mostBusy = 2_000;
let again = 0;

/** Fills in what stands in braces: the things of a town, and texts that are too long to be printed. */
export function filledIn(text: string, things: Record<string, string>): string {
  if (!text.includes("{")) return text;
  const large: Record<string, () => string> = {
    "100 kB": () => "a".repeat(100_000), "100 kB of emoji": () => "🏠".repeat(25_000), "300 kB": () => "a".repeat(300_000), "random id": () => randomUUID(), again: () => `${Date.now()}${++again}`,
  };
  return text.replace(/\{([a-z 0-9B-]+)\}/gi, (whole, name: string) => things[name] ?? large[name]?.() ?? whole);
}

/** @throws when nothing comes back in ten seconds */
export async function send(url: string, asked: FuzzRequest, cookie: string, things: Record<string, string>): Promise<Answer> {
  try {
    return await sendOnce(url, asked, cookie, things);
  } catch (error) {
    // A form that was refused before it was read to its end may break the connection, and the answer gets lost with it.
    if (asked.body && ["ECONNRESET", "EPIPE"].includes((error as NodeJS.ErrnoException).code ?? "")) return sendOnce(url, asked, cookie, things);
    throw error;
  }
}

function sendOnce(url: string, asked: FuzzRequest, cookie: string, things: Record<string, string>): Promise<Answer> {
  const fill = (text: string) => filledIn(text, things);
  const query = asked.query.map(([name, value]) => `${encode(fill(name))}=${encode(fill(value))}`).join("&");
  const { type, bytes } = written(asked.body, fill);
  const headers: [string, string][] = [["Host", new URL(url).host]];
  if (cookie) headers.push(["Cookie", cookie]);
  if (asked.from !== "unknown") headers.push(["Origin", asked.from === "own site" ? url : "https://evil.example"]);
  if (type !== null) headers.push(["Content-Type", type]);
  if (bytes) headers.push(["Content-Length", String(bytes.byteLength)]);
  for (const [name, value] of asked.headers) {
    const known = headers.find(([each]) => each === name);
    if (known) known[1] = name === "Cookie" ? `${known[1]}; ${fill(value)}` : value;
    else headers.push([name, fill(value)]);
  }
  const line = fill(asked.path).replace(/[^\u0021-\u00ff]/g, encode) || "/";
  const began = performance.now();
  const worked = process.cpuUsage();
  return new Promise((resolve, reject) => {
    const sent = open(url, { agent, method: asked.method, path: query ? `${line}${line.includes("?") ? "&" : "?"}${query}` : line, headers: headers.flat(), setHost: false, timeout: patience }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        try {
          const text = plainBytes(Buffer.concat(chunks), response.headers["content-encoding"]).toString("utf8");
          const { user, system } = process.cpuUsage(worked);
          resolve({ status: response.statusCode!, headers: response.headers, text, milliseconds: performance.now() - began, busy: (user + system) / 1000 });
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer within ${patience} ms`)));
    sent.on("error", reject);
    sent.end(bytes);
  });
}

function plainBytes(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === "gzip") return gunzipSync(bytes);
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "deflate" ? inflateSync(bytes) : bytes;
}

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
// Its first lines promise a picture of 60,000 by 60,000 pixels.
const hugePicture = Buffer.concat([png.subarray(0, 16), Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]), png.subarray(24)]);
const fileBytes = { none: null, photo: png, "cut photo": png.subarray(0, 45), "no photo": Buffer.from("dit is geen foto"), svg: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${marker}</script></svg>`), html: Buffer.from(`${marker}</script>`), "huge picture": hugePicture, empty: Buffer.alloc(0) };

/** A form as it goes over the line. */
function written(body: Body | null, fill: (text: string) => string): { type: string | null; bytes: Buffer | null } {
  if (!body) return { type: null, bytes: null };
  const fields = body.fields.map(([name, value]) => [fill(name), fill(value)] as const);
  const plain = Buffer.from(fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&"));
  const boundary = "grens0123456789";
  const multipart = () => {
    const parts = fields.map(([name, value]) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, encode)}"\r\n\r\n${value}\r\n`));
    const bytes = fileBytes[body.file];
    if (bytes) parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="photo"; filename="../foto.png"\r\nContent-Type: image/png\r\n\r\n`), bytes, Buffer.from("\r\n"));
    return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  };
  switch (body.sentAs) {
    case "urlencoded": return { type: "application/x-www-form-urlencoded", bytes: plain };
    case "multipart": return { type: `multipart/form-data; boundary=${boundary}`, bytes: multipart() };
    case "cut multipart": return { type: `multipart/form-data; boundary=${boundary}`, bytes: multipart().subarray(0, -30) };
    case "wrong boundary": return { type: "multipart/form-data; boundary=iets-anders", bytes: multipart() };
    case "no boundary": return { type: "multipart/form-data", bytes: multipart() };
    case "json": return { type: "application/json", bytes: Buffer.from(JSON.stringify(Object.fromEntries(fields))) };
    case "text": return { type: "text/plain;charset=\u00ff", bytes: plain };
    case "no type": return { type: null, bytes: plain };
    case "rubbish type": return { type: ";;/=", bytes: plain };
    case "many names": return { type: "application/x-www-form-urlencoded", bytes: Buffer.from(Array.from({ length: 30_000 }, (_, index) => `${index.toString(36)}=`).join("&")) };
    case "many parts": return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n`.repeat(2000)), multipart()]) };
    case "rubbish": return { type: "application/x-www-form-urlencoded; charset=utf-16", bytes: Buffer.from("%=%&&==&a[=%zz&%00=%00&\xff\xfe=\xff&".repeat(50), "latin1") };
  }
}

const always: [header: string, value: RegExp][] = [
  ["content-security-policy", /^default-src 'none'; script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'; .*frame-ancestors 'none'/],
  ["x-content-type-options", /^nosniff$/], ["x-frame-options", /^DENY$/], ["referrer-policy", /^same-origin$/], ["cross-origin-opener-policy", /^same-origin$/],
  ["cross-origin-resource-policy", /^same-origin$/], ["permissions-policy", /camera=\(\)/],
];
const changing = (method: string) => !["GET", "HEAD", "OPTIONS"].includes(method);
const inner = /\bat [\w.<>[\] ]+ \(.*:\d+:\d+\)|node_modules|file:\/\/\/|\/server\/assets\/|Failed query|PostgresError|DrizzleQuery|violates |invalid byte sequence|syntax error at|\b(select|insert into|update|delete from) "\w+"|set_config|\bat async\b/;

/** What browsers send by themselves, and what a signed address is the right to (RFC 8058). */
const fromAnywhere = /^\/(csp-melding|berichten\/afmelden\/)/;

/** Everything about an answer that is against the rules. */
export function complaints(asked: FuzzRequest, { status, headers, text, milliseconds, busy }: Answer): string[] {
  // What the server's own reader of HTTP refuses never reaches the app.
  if ([400, 417, 431].includes(status) && headers["content-security-policy"] === undefined && text === "") return [];
  const found: string[] = [];
  if (status >= 500) found.push(`answers ${status}`);
  if (milliseconds > patience) found.push(`took ${Math.round(milliseconds)} ms`);
  if (busy > mostBusy) found.push(`keeps the server busy for ${Math.round(busy)} ms`);
  for (const [header, value] of always) if (!value.test(String(headers[header] ?? ""))) found.push(`has ${header}: ${headers[header]}`);
  const kept = String(headers["cache-control"] ?? "");
  if (asked.visitor !== "nobody" && !/no-store|private/.test(kept) && !ofNobody.test(asked.path)) found.push(`may be kept by anybody: cache-control: ${kept}`);
  if (inner.test(text)) found.push(`says what is nobody's business: ${inner.exec(text)![0]}`);
  const foreign = asked.from !== "own site" || asked.headers.some(([name, value]) => name === "Sec-Fetch-Site" && value !== "same-origin");
  if (changing(asked.method) && foreign && !fromAnywhere.test(asked.path) && ![400, 403, 405].includes(status)) found.push(`lets another site change something: ${status}`);
  for (const to of leadsTo(headers.location, text)) if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to)) found.push(`leads away to ${to}`);
  if (String(headers["content-type"]).includes("text/html")) found.push(...complaintsOfPage(text, String(headers["content-security-policy"])));
  return found;
}

// Of the build, and the same for everybody.
const ofNobody = /^\/(__manifest|gezond$|csp-melding$|\.well-known\/security\.txt$|assets\/|favicon\.svg|robots\.txt)/;

function complaintsOfPage(html: string, policy: string): string[] {
  const found: string[] = [];
  for (const mark of [marker, imageMarker]) if (html.toLowerCase().includes(mark)) found.push(`shows what was sent as it is: ${html.slice(Math.max(0, html.toLowerCase().indexOf(mark) - 60)).slice(0, 120)}`);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  for (const [tag] of html.matchAll(/<script\b[^>]*>/gi)) if (!tag.includes(`nonce="${nonce}"`)) found.push(`has a script without the nonce: ${tag}`);
  // Licences and sources of figures may be looked up; nothing else leads away from here.
  const outside = /(?:href|src|action)="((?:javascript|data:text|\/\/|\/\\|https?:\/\/(?!localhost|creativecommons\.org\/licenses\/|www\.(?:pbl|milieucentraal)\.nl\/))[^"]*)/i.exec(html);
  if (outside) found.push(`links to ${outside[1]}`);
  return found;
}

/** Where an answer sends the browser: by its header, or in what the framework reads by itself. */
function leadsTo(location: string | undefined, text: string): string[] {
  const inData = /^\[\["SingleFetchRedirect",1\].*?"redirect",("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  return [location, inData && (JSON.parse(inData) as string)].filter((to) => to !== undefined && to !== "") as string[];
}
