import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import yazl from "yazl";

/** The layouts of EP-Online's files: v4 since 2024, v3 of 2023, v2 before. */
export type LabelLayout = "v4" | "v3" | "v2";

/** One row by the names of v4, in its writing: dates YYYYMMDD, decimal commas; what is not named is empty. */
export type LabelRow = Partial<Record<(typeof v4)[number], string>>;

const v4 = [
  "Registratiedatum", "Opnamedatum", "GeldigTot", "Certificaathouder", "SoortOpname", "Status", "Berekeningstype", "OpBasisVanReferentiegebouw",
  "Gebouwklasse", "Gebouwtype", "Gebouwsubtype", "SBICode", "Postcode", "Huisnummer", "Huisletter", "Huisnummertoevoeging", "Detailaanduiding",
  "BAGVerblijfsobjectID", "BAGLigplaatsID", "BAGStandplaatsID", "BAGPandIDs", "Projectnaam", "Projectobject", "Bouwjaar",
  "GebruiksoppervlakteThermischeZone", "Compactheid", "Energieklasse", "EnergieIndex", "EnergieIndexEMGForfaitair", "Energiebehoefte",
  "EisEnergiebehoefte", "PrimaireFossieleEnergie", "EisPrimaireFossieleEnergie", "PrimaireFossieleEnergieEMGForfaitair",
  "AandeelHernieuwbareEnergie", "EisAandeelHernieuwbareEnergie", "AandeelHernieuwbareEnergieEMGForfaitair", "Temperatuuroverschrijding",
  "EisTemperatuuroverschrijding", "Warmtebehoefte", "BerekendeCO2Emissie", "BerekendeEnergieverbruik",
] as const;

const v2 = [
  "Pand_opnamedatum", "Pand_opnametype", "Pand_status", "Pand_berekeningstype", "Pand_energieindex", "Pand_energieklasse", "Pand_energielabel_is_prive",
  "Pand_is_op_basis_van_referentie_gebouw", "Pand_gebouwklasse", "Meting_geldig_tot", "Pand_registratiedatum", "Pand_postcode", "Pand_huisnummer",
  "Pand_huisnummer_toev", "Pand_detailaanduiding", "Pand_bagverblijfsobjectid", "Pand_bagligplaatsid", "Pand_bagstandplaatsid", "Pand_bagpandid",
  "Pand_gebouwtype", "Pand_gebouwsubtype", "Pand_projectnaam", "Pand_projectobject", "Pand_SBIcode", "Pand_gebruiksoppervlakte", "Pand_energiebehoefte",
  "Pand_eis_energiebehoefte", "Pand_primaire_fossiele_energie", "Pand_eis_primaire_fossiele_energie", "Pand_primaire_fossiele_energie_EMG_forfaitair",
  "Pand_aandeel_hernieuwbare_energie", "Pand_eis_aandeel_hernieuwbare_energie", "Pand_aandeel_hernieuwbare_energie_EMG_forfaitair",
  "Pand_temperatuuroverschrijding", "Pand_eis_temperatuuroverschrijding", "Pand_warmtebehoefte", "Pand_energieindex_met_EMG_forfaitair",
];
const v3 = v2.flatMap((name) => {
  if (name === "Pand_huisnummer_toev") return ["Pand_huisletter", "Pand_huisnummertoevoeging"];
  return name === "Pand_gebruiksoppervlakte" ? ["Pand_gebruiksoppervlakte_thermische_zone"] : [name];
});

/** What the older layouts call a column of v4, where that is more than another spelling. */
const olderNames: Readonly<Record<string, string>> = {
  GeldigTot: "metinggeldigtot",
  SoortOpname: "pandopnametype",
  BAGPandIDs: "pandbagpandid",
  OpBasisVanReferentiegebouw: "pandisopbasisvanreferentiegebouw",
  EnergieIndexEMGForfaitair: "pandenergieindexmetemgforfaitair",
};

const plain = (name: string) => name.toLowerCase().replaceAll("_", "");

export type LabelsPlan = {
  layout?: LabelLayout;
  /** Day of publication, yyyy-mm-dd; only v4 writes it down. */
  date?: string;
  /** Changes the whole text before it is written, to damage it. */
  damage?: (text: string) => string;
};

/** The text of a file with these rows, as the publisher writes it: UTF-8 with its mark, semicolons, lines ended by CR and LF. */
export function labelsText(rows: LabelRow[], { layout = "v4", date = "2026-04-01", damage = (text) => text }: LabelsPlan = {}): string {
  return damage([...labelLines(rows, layout, date)].join(""));
}

/** The same, line by line, for files that are too large for one text. */
export function* labelLines(rows: Iterable<LabelRow>, layout: LabelLayout = "v4", date = "2026-04-01"): Generator<string> {
  const columns = layout === "v4" ? v4 : layout === "v3" ? v3 : v2;
  if (layout === "v4") yield `\uFEFFPublicatieDatum;${date.split("-").reverse().join("-")}\r\nLaatstVerwerkteMutatievolgnummer;19345219\r\n`;
  yield `${layout === "v4" ? "" : "\uFEFF"}${columns.join(";")}\r\n`;
  const names = columns.map((column) => v4.find((name) => plain(column) === plain(name) || plain(column) === `pand${plain(name)}` || plain(column) === olderNames[name]));
  for (const row of rows) {
    const fields = names.map((name, place) => {
      if (columns[place] === "Pand_huisnummer_toev") return `${row.Huisletter ?? ""}${row.Huisletter && row.Huisnummertoevoeging ? "-" : ""}${row.Huisnummertoevoeging ?? ""}`;
      if (columns[place] === "Pand_gebruiksoppervlakte") return row.GebruiksoppervlakteThermischeZone ?? "";
      return name ? (row[name] ?? "") : "";
    });
    yield `${fields.map(quoted).join(";")}\r\n`;
  }
}

/** Writes files into a zip, each as text by its name. */
export async function writeZip(file: string, files: Record<string, string>): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

/** A zip with one file of any size, whose lines are made while it is written. */
export async function writeLargeZip(file: string, name: string, lines: Iterable<string>): Promise<string> {
  const zip = new yazl.ZipFile();
  zip.addReadStream(Readable.from(inPieces(lines), { objectMode: false }), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

function* inPieces(lines: Iterable<string>): Generator<Buffer> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < 64 * 1024) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  yield Buffer.from(piece);
}

const quoted = (field: string) => (/[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
