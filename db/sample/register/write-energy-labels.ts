import type { Random } from "../random.ts";
import type { Building, Unit } from "../town/town.ts";
import { EXTRACT_DATE } from "./bag-xml.ts";
import type { Identified } from "./identify.ts";

/** The part of the homes that has a label. */
const SHARE_WITH_LABEL = 0.65;
/** The part of the labels that was made by the method before NTA 8800, and has expired since. */
const SHARE_EXPIRED = 0.3;
/** The part of the labels without an identification, which are found by their address. */
const SHARE_BY_ADDRESS = 0.05;

/** The file name under which RVO would deliver it. */
export const LABELS_FILE_NAME = `v${EXTRACT_DATE.inContents.replaceAll("-", "")}_v4.csv`;

const COLUMNS = [
  "Registratiedatum", "Opnamedatum", "GeldigTot", "Certificaathouder", "SoortOpname", "Status", "Berekeningstype", "OpBasisVanReferentiegebouw",
  "Gebouwklasse", "Gebouwtype", "Gebouwsubtype", "SBICode", "Postcode", "Huisnummer", "Huisletter", "Huisnummertoevoeging", "Detailaanduiding",
  "BAGVerblijfsobjectID", "BAGLigplaatsID", "BAGStandplaatsID", "BAGPandIDs", "Projectnaam", "Projectobject", "Bouwjaar",
  "GebruiksoppervlakteThermischeZone", "Compactheid", "Energieklasse", "EnergieIndex", "EnergieIndexEMGForfaitair", "Energiebehoefte",
  "EisEnergiebehoefte", "PrimaireFossieleEnergie", "EisPrimaireFossieleEnergie", "PrimaireFossieleEnergieEMGForfaitair",
  "AandeelHernieuwbareEnergie", "EisAandeelHernieuwbareEnergie", "AandeelHernieuwbareEnergieEMGForfaitair", "Temperatuuroverschrijding",
  "EisTemperatuuroverschrijding", "Warmtebehoefte", "BerekendeCO2Emissie", "BerekendeEnergieverbruik",
] as const;

/**
 * Writes made-up labels for a part of the homes of a town as a file of EP-Online in layout v4. The same town and chance
 * give the same text.
 */
export function writeEnergyLabels(ids: Identified, random: Random): string {
  const homes = ids.town.buildings.flatMap((building) => building.units.filter(({ purposes }) => purposes.includes("woonfunctie")).map((unit) => ({ building, unit })));
  const rows = homes.filter(() => random.chance(SHARE_WITH_LABEL)).map(({ building, unit }) => rowOf(ids, building, unit, random));
  const lines = [
    `PublicatieDatum;${EXTRACT_DATE.inContents.split("-").reverse().join("-")}`,
    "LaatstVerwerkteMutatievolgnummer;1",
    COLUMNS.join(";"),
    ...rows.map((row) => COLUMNS.map((column) => row[column] ?? "").join(";")),
  ];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function rowOf(ids: Identified, building: Building, unit: Unit, random: Random): Partial<Record<(typeof COLUMNS)[number], string>> {
  const expired = building.year < 2010 && random.chance(SHARE_EXPIRED);
  const year = expired ? random.whole(2011, 2013) : random.whole(Math.max(2021, building.year <= 2023 ? building.year : 0), 2023);
  const day = `0${random.whole(1, 9)}${random.whole(10, 28)}`;
  return {
    Registratiedatum: `${year}${day}`, Opnamedatum: `${year}${day}`, GeldigTot: `${year + 10}${day}`, SoortOpname: "Basisopname", Status: "Bestaand",
    Berekeningstype: expired ? "Rekenmethodiek Definitief Energielabel" : "NTA 8800:2020 (basisopname woningbouw)", OpBasisVanReferentiegebouw: "False", Gebouwklasse: "W",
    ...(random.chance(SHARE_BY_ADDRESS) ? {} : { BAGVerblijfsobjectID: ids.unit(unit) }), Postcode: unit.postcode, Huisnummer: String(unit.number),
    Huisletter: unit.letter ?? "", Huisnummertoevoeging: unit.addition ?? "", Bouwjaar: String(building.year), Energieklasse: classOf(building.year, random),
    BerekendeCO2Emissie: expired ? "0,00" : "", BerekendeEnergieverbruik: expired ? "0,00" : "",
  };
}

/** Old homes have had work done or not; new ones are all good. */
function classOf(year: number, random: Random): string {
  if (year >= 2015) return random.pick(["A+++", "A++", "A+", "A"]);
  if (year >= 2000) return random.pick(["A+", "A", "A", "B"]);
  if (year >= 1985) return random.pick(["A", "B", "B", "C", "C"]);
  if (year >= 1970) return random.pick(["A", "B", "C", "C", "D", "D", "E"]);
  return random.pick(["B", "C", "D", "D", "E", "E", "F", "G"]);
}
