import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import yazl from "yazl";
import { openExtract, type Extract } from "./open-extract.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "open-extract-"))));
afterAll(() => rm(folder, { recursive: true }));

type Entry = { name: string; content: Buffer | string; compress?: boolean };

async function zipped(entries: Entry[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { name, content, compress = true } of entries) zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function fileOf(name: string, content: Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function contents({ files }: Extract): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const file of files) {
    const chunks: Buffer[] = [];
    for await (const chunk of file.read()) chunks.push(chunk);
    read[file.path] = Buffer.concat(chunks).toString();
  }
  return read;
}

const large = "<x>1234567890</x>".repeat(20_000);

test("reads XML in zips in zips, stored and compressed, and removes what it unpacked", async () => {
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith("buurhof-import-"));
  const inner = await zipped([{ name: "a-000001.xml", content: large }, { name: "a-000002.xml", content: "<two/>", compress: false }]);
  const middle = await zipped([{ name: "0457PND.zip", content: inner }, { name: "0457VBO.zip", content: inner, compress: false }]);
  const file = await fileOf("nested.zip", await zipped([{ name: "0457GEM.zip", content: middle, compress: false }, { name: "Leveringsdocument.xml", content: "<note/>" }]));
  const extract = await openExtract(file);
  expect(extract.bytes).toBe(2 * (large.length + 6) + 7);
  expect(await contents(extract)).toEqual({
    "nested.zip/0457GEM.zip/0457PND.zip/a-000001.xml": large,
    "nested.zip/0457GEM.zip/0457PND.zip/a-000002.xml": "<two/>",
    "nested.zip/0457GEM.zip/0457VBO.zip/a-000001.xml": large,
    "nested.zip/0457GEM.zip/0457VBO.zip/a-000002.xml": "<two/>",
    "nested.zip/Leveringsdocument.xml": "<note/>",
  });
  await extract.close();
  expect((await readdir(tmpdir())).filter((name) => name.startsWith("buurhof-import-"))).toEqual(before);
});

test("leaves out what is not current, not XML, or added by macOS", async () => {
  const zip = await zipped([{ name: "a.xml", content: "<a/>" }]);
  const names = ["0457Inactief15102021.zip", "0457InOnderzoek15102021.zip", "9999NietBag15092020.zip", "GEM-WPL-RELATIE-15102021.zip"];
  const others = ["__MACOSX/._a.xml", ".DS_Store", "README.md", "map/"].map((name) => ({ name, content: "x" }));
  const file = await fileOf("others.zip", await zipped([...names.map((name) => ({ name, content: zip })), ...others.filter(({ name }) => !name.endsWith("/")), { name: "b.xml", content: "<b/>" }]));
  const extract = await openExtract(file);
  expect(extract.files.map(({ path }) => path)).toEqual(["others.zip/b.xml"]);
  await extract.close();
});

test("refuses a file that was cut off, wherever", async () => {
  const inner = await zipped([{ name: "a.xml", content: large }]);
  const whole = await zipped([{ name: "0457PND.zip", content: inner, compress: false }]);
  for (const length of [10, 100, whole.length >> 1, whole.length - 1]) {
    const file = await fileOf("cut.zip", whole.subarray(0, length));
    await expect(openExtract(file)).rejects.toThrow("cut.zip: is not a complete zip file (");
  }
});

test("refuses a nested zip that was cut off before it was packed", async () => {
  const inner = await zipped([{ name: "a.xml", content: large }]);
  for (const compress of [true, false]) {
    const file = await fileOf("cut-inside.zip", await zipped([{ name: "0457PND.zip", content: inner.subarray(0, inner.length - 30), compress }]));
    await expect(openExtract(file)).rejects.toThrow("cut-inside.zip/0457PND.zip: is not a complete zip file (");
  }
});

test("refuses content that changed on its way", async () => {
  for (const compress of [true, false]) {
    const whole = await zipped([{ name: "a.xml", content: large, compress }]);
    whole[whole.indexOf("a.xml") + 300]! ^= 0x55;
    const extract = await openExtract(await fileOf("damaged.zip", whole));
    await expect(contents(extract)).rejects.toThrow("damaged.zip/a.xml: is damaged (");
    await extract.close();
  }
});

test("refuses what is absent, is no zip, or is nested without end", async () => {
  await expect(openExtract(join(folder, "absent.zip"))).rejects.toThrow("absent.zip: cannot be opened (ENOENT)");
  await expect(openExtract(await fileOf("text.zip", Buffer.from("postcode;huisnummer\n".repeat(50))))).rejects.toThrow("text.zip: is not a complete zip file (");
  let zip = await zipped([{ name: "a.xml", content: "<a/>" }]);
  for (let depth = 0; depth < 5; depth++) zip = await zipped([{ name: "next.zip", content: zip }]);
  await expect(openExtract(await fileOf("deep.zip", zip))).rejects.toThrow("zips are nested deeper than 4 levels");
});

test("reads a file larger than what fits in one piece without holding it", async () => {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(large), "a.xml");
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(join(folder, "large.zip")));
  const extract = await openExtract(join(folder, "large.zip"));
  let largest = 0;
  for await (const chunk of extract.files[0]!.read()) largest = Math.max(largest, chunk.length);
  expect(largest).toBeLessThan(large.length / 2);
  await extract.close();
  expect((await readFile(join(folder, "large.zip"))).length).toBeLessThan(large.length);
});
