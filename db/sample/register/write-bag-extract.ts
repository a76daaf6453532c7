import { buffer } from "node:stream/consumers";
import yazl from "yazl";
import { seededRandom } from "../random.ts";
import { addressObjects, buildingObjects, placeObjects, streetObjects, unitObjects, withdrawnObjects } from "./bag-objects.ts";
import { bagFile, EXTRACT_DATE, type BagKind } from "./bag-xml.ts";
import { MUNICIPALITY, type Identified } from "./identify.ts";

const { digits, name } = MUNICIPALITY;
const { inNames, inContents } = EXTRACT_DATE;

/** The file name under which Kadaster would deliver it. */
export const BAG_FILE_NAME = `BAGGEM${digits}L-${inNames}.zip`;

const KINDS = ["PND", "VBO", "NUM", "OPR", "WPL", "LIG", "STA"] as const satisfies readonly BagKind[];

/**
 * Writes a town as a BAG 2.0 extract of a municipality: a zip of zips of XML, laid out, named and ordered as Kadaster
 * delivers it (geometry in RD, EPSG:28992). The same town gives the same bytes.
 */
export async function writeBagExtract(ids: Identified, seed: string): Promise<Buffer> {
  const random = seededRandom(seed).fork("register");
  const withdrawn = withdrawnObjects(ids);
  const objects: Record<BagKind, string[]> = {
    PND: buildingObjects(ids, random.fork("buildings")),
    VBO: unitObjects(ids, random.fork("units")),
    NUM: addressObjects(ids),
    OPR: streetObjects(ids),
    WPL: placeObjects(ids),
    LIG: [],
    STA: [],
  };
  const set = (prefix: string, contents: Partial<Record<BagKind, string[]>> = {}) =>
    zip(KINDS.map((kind) => kindZip(`${prefix}${kind}`, bagFile(kind, contents[kind] ?? []))));
  const inner = await zip([
    { name: `${digits}Inactief${inNames}.zip`, content: set("IA", { VBO: [withdrawn.inactiveUnit] }) },
    ...KINDS.map((kind) => kindZip(kind, bagFile(kind, objects[kind]))),
    { name: `${digits}InOnderzoek${inNames}.zip`, content: set("IO") },
    { name: `${digits}NietBag${inNames}.zip`, content: set("NB", { PND: [withdrawn.outsideRegister] }) },
  ]);
  return zip([
    { name: "Leveringsdocument-BAG-Extract.xml", content: deliveryNote(), compress: true },
    { name: `${digits}GEM${inNames}.zip`, content: inner },
    {
      name: `GEM-WPL-RELATIE-${inNames}.zip`,
      content: zip([{ name: `GEM-WPL-RELATIE-${inNames}-000001.xml`, content: placesOfMunicipalities(), compress: true }]),
    },
  ]);
}

interface Entry {
  name: string;
  content: string | Buffer | Promise<Buffer>;
  /** Zips inside zips are stored, as Kadaster does; XML is compressed. */
  compress?: boolean;
}

const kindZip = (kind: string, xml: string): Entry => ({
  name: `${digits}${kind}${inNames}.zip`,
  content: zip([{ name: `${digits}${kind}${inNames}-000001.xml`, content: xml, compress: true }]),
});

async function zip(entries: readonly Entry[]): Promise<Buffer> {
  const file = new yazl.ZipFile();
  for (const { name: entryName, content, compress = false } of entries) {
    // A date without a time zone, so that the bytes do not depend on where they are written.
    const options = { mtime: new Date(2024, 0, 8, 12), forceDosTimestamp: true, compress };
    file.addBuffer(Buffer.from(await content), entryName, options);
  }
  file.end();
  return buffer(file.outputStream);
}

function deliveryNote(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xb:BAG-Extract-Levering xmlns:xb="http://www.kadaster.nl/schemas/lvbag/extract-levering/v20200601" xmlns:selecties-extract="http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601">
    <xb:SelectieGegevens>
        <selecties-extract:LVC-Extract>
            <selecties-extract:StandTechnischeDatum>${inContents}</selecties-extract:StandTechnischeDatum>
        </selecties-extract:LVC-Extract>
        <selecties-extract:Gebied-Registratief>
            <selecties-extract:Gebied-GEM>
                <selecties-extract:GemeenteCollectie>
                    <selecties-extract:Gemeente>
                        <selecties-extract:GemeenteIdentificatie>${digits}</selecties-extract:GemeenteIdentificatie>
                        <selecties-extract:GemeenteNaam>${name}</selecties-extract:GemeenteNaam>
                    </selecties-extract:Gemeente>
                </selecties-extract:GemeenteCollectie>
            </selecties-extract:Gebied-GEM>
        </selecties-extract:Gebied-Registratief>
    </xb:SelectieGegevens>
    <xb:SchemaInfo>
        <xb:naam>BagvsExtractDeelbestandExtractLvc-2.1.0.xsd</xb:naam>
        <xb:versie>20200601</xb:versie>
    </xb:SchemaInfo>
</xb:BAG-Extract-Levering>
`;
}

function placesOfMunicipalities(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gwr-bestand:BAG-GWR-Deelbestand-LVC xmlns:gwr-bestand="www.kadaster.nl/schemas/lvbag/gem-wpl-rel/gwr-deelbestand-lvc/v20200601" xmlns:selecties-extract="http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601" xmlns:bagtypes="www.kadaster.nl/schemas/lvbag/gem-wpl-rel/bag-types/v20200601" xmlns:gwr-product="www.kadaster.nl/schemas/lvbag/gem-wpl-rel/gwr-producten-lvc/v20200601">
  <gwr-bestand:SelectieGegevens>
    <selecties-extract:StandTechnischeDatum>${inContents}</selecties-extract:StandTechnischeDatum>
  </gwr-bestand:SelectieGegevens>
  <gwr-bestand:Product>
    <gwr-product:GemeenteWoonplaatsRelatieProduct><gwr-product:GemeenteWoonplaatsRelatie><gwr-product:tijdvakgeldigheid><bagtypes:begindatumTijdvakGeldigheid>2007-01-01</bagtypes:begindatumTijdvakGeldigheid></gwr-product:tijdvakgeldigheid><gwr-product:gerelateerdeWoonplaats><gwr-product:identificatie>${MUNICIPALITY.place}</gwr-product:identificatie></gwr-product:gerelateerdeWoonplaats><gwr-product:gerelateerdeGemeente><gwr-product:identificatie>${digits}</gwr-product:identificatie></gwr-product:gerelateerdeGemeente><gwr-product:status>definitief</gwr-product:status></gwr-product:GemeenteWoonplaatsRelatie></gwr-product:GemeenteWoonplaatsRelatieProduct>
  </gwr-bestand:Product>
</gwr-bestand:BAG-GWR-Deelbestand-LVC>`;
}
