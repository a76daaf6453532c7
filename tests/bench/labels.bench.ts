import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import postgres from "postgres";
import type { LabelsSummary } from "../../app/features/neighbourhood/import/energy-labels/labels-summary.ts";
import { connectPostgres } from "../../db/connection.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { labelLines, writeLargeZip, type LabelRow } from "../support/make-labels.ts";
import { command, onServer } from "./import.bench.ts";
import type { Figure } from "./main.ts";

/** Of a hundred homes in the country so many have two labels. */
const TWICE = 20;

/**
 * How fast `npm run import -- ep-online` reads a generated file as large as `--rows` (a million; the country has some six
 * million) into a PostgreSQL whose register has `--homes` (100,000), and how much memory its process takes at most.
 */
export async function* benchLabels(): AsyncGenerator<Figure> {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" }, homes: { type: "string", default: "100000" } }, allowPositionals: true });
  const [rows, homes] = [Number(values.rows), Number(values.homes)];
  const server = await ensurePostgres();
  if (!server.url) return console.error(server.remark);
  const folder = await mkdtemp(join(tmpdir(), "buurhof-bench-"));
  try {
    const file = await writeLargeZip(join(folder, "v20260401_v4_csv.zip"), "v20260401_v4.csv", labelLines(manyRows(rows)));
    const zipped = Math.round((await stat(file)).size / 1e5) / 10;
    const target = await onServer(server.url);
    try {
      await addHomes(server.url, target.env.DATABASE_URL!, homes);
      for (const which of ["first", "again"]) {
        const summary = await command<LabelsSummary>(target, "ep-online", file);
        const { rowsPerSecond: value, seconds, megabytes, kept, inserted, changed, peakMemoryMb } = summary;
        yield { name: `labels postgres ${rows} rows, ${homes} homes, ${which}`, value, unit: "rows/s", seconds, megabytes, zipped, kept, inserted, changed };
        yield { name: `memory labels postgres ${rows} rows, ${homes} homes, ${which}`, value: peakMemoryMb, unit: "MB resident" };
      }
      const seconds = await copySeconds(server.url, target.env.DATABASE_URL!, join(folder, "plain.csv"), rows);
      yield { name: `plain COPY of ${rows} rows with one index`, value: Math.round(rows / seconds), unit: "rows/s", seconds };
    } finally {
      await target.drop();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same rows unpacked and unread, into a table of texts with one index: the least that a database can do with them. */
async function copySeconds(server: string, url: string, file: string, rows: number): Promise<number> {
  const [, header] = [...labelLines([])];
  const columns = header!.trim().split(";").map((_, index) => `c${index}`);
  await pipeline(function* () {
    let line = 0;
    for (const text of labelLines(manyRows(rows))) if (line++ > 1) yield text;
  }, createWriteStream(file));
  const owner = new URL(server);
  owner.pathname = new URL(url).pathname;
  const client = postgres(owner.href, { max: 1, onnotice: () => {} });
  await client.unsafe(`create table plain (${columns.map((column) => `${column} text`).join(", ")}); create index plain_index on plain (c0)`);
  const started = performance.now();
  await pipeline(createReadStream(file), await client.unsafe("copy plain from stdin (format csv, delimiter ';')").writable());
  const seconds = (performance.now() - started) / 1000;
  await client.end();
  return Math.round(seconds * 100) / 100;
}

const homeId = (n: number) => `9999010${String(n).padStart(9, "0")}`;

/** Rows as filled as those of the register: most by identification, some by address, permits and utility buildings between them. */
function* manyRows(count: number): Generator<LabelRow> {
  const homes = Math.max(1, Math.floor((count * (100 - TWICE)) / 100));
  for (let n = 0; n < count; n++) {
    const home = n % homes;
    const older = n >= homes;
    yield {
      Registratiedatum: older ? "20150412" : "20230412", Opnamedatum: older ? "20150405" : "20230405", GeldigTot: older ? "20250405" : "20330405", Certificaathouder: "Voorbeeld Advies; Opname B.V.",
      SoortOpname: "Basisopname", Status: n % 50 === 0 ? "Vergunningsaanvraag" : "Bestaand", Berekeningstype: older ? "Rekenmethodiek Definitief Energielabel" : "NTA 8800:2022 (basisopname woningbouw)",
      OpBasisVanReferentiegebouw: "False", Gebouwklasse: n % 10 === 7 ? "U" : "W", Gebouwtype: "Twee-onder-één-kap", Postcode: `${1000 + (home % 9000)}AB`, Huisnummer: String(1 + (home % 900)),
      ...(n % 100 === 3 ? {} : { BAGVerblijfsobjectID: homeId(home), BAGPandIDs: `9999100${String(home).padStart(9, "0")}` }), Bouwjaar: "1975", GebruiksoppervlakteThermischeZone: "98,75", Compactheid: "1,95",
      Energieklasse: "ABCDEFG"[home % 7]!, Energiebehoefte: "141,21", PrimaireFossieleEnergie: "201,33", AandeelHernieuwbareEnergie: "3,4", Warmtebehoefte: "99,1",
      BerekendeCO2Emissie: older ? "0,00" : "37,12", BerekendeEnergieverbruik: older ? "0,00" : "201,33",
    };
  }
}

/** Homes without buildings, spread evenly over those of the file. */
async function addHomes(server: string, url: string, homes: number): Promise<void> {
  const owner = new URL(server);
  owner.pathname = new URL(url).pathname;
  const connection = connectPostgres(owner.href, 1);
  await connection.script(
    `insert into dwelling (id, is_home, status, lon, lat) select '9999010' || lpad((n * 8)::text, 9, '0'), true, 'Verblijfsobject in gebruik', 5, 52 from generate_series(0, ${homes - 1}) n;
     insert into address (id, dwelling_id, is_main, postcode, house_number)
       select '9999200' || right(d.id, 9), d.id, true, (1000 + right(d.id, 9)::int % 9000) || 'AB', 1 + right(d.id, 9)::int % 900 from dwelling d;
     analyze dwelling, address`,
  );
  await connection.close();
}
