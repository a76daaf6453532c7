import type { Point } from "../town/curve.ts";
import { MUNICIPALITY } from "./identify.ts";

/** Kinds of files in an extract, by their three letters. */
export type BagKind = "PND" | "VBO" | "NUM" | "OPR" | "WPL" | "LIG" | "STA";

/** The date on which the extract was made, as in its file names (DDMMYYYY) and in its contents. */
export const EXTRACT_DATE = { inNames: "08012024", inContents: "2024-01-08" } as const;

/** One occurrence in time of an object: valid from, and, when a later one replaced it, until (dates yyyy-mm-dd). */
export interface Occurrence {
  number: number;
  from: string;
  until?: string;
  /** Withdrawn as a mistake, or taken out of the register. */
  ended?: "inactive" | "not-bag";
}

const NAMESPACES = [
  'xmlns:DatatypenNEN3610="www.kadaster.nl/schemas/lvbag/imbag/datatypennen3610/v20200601"',
  'xmlns:Objecten="www.kadaster.nl/schemas/lvbag/imbag/objecten/v20200601"',
  'xmlns:gml="http://www.opengis.net/gml/3.2"',
  'xmlns:Historie="www.kadaster.nl/schemas/lvbag/imbag/historie/v20200601"',
  'xmlns:Objecten-ref="www.kadaster.nl/schemas/lvbag/imbag/objecten-ref/v20200601"',
  'xmlns:nen5825="www.kadaster.nl/schemas/lvbag/imbag/nen5825/v20200601"',
  'xmlns:KenmerkInOnderzoek="www.kadaster.nl/schemas/lvbag/imbag/kenmerkinonderzoek/v20200601"',
  'xmlns:selecties-extract="http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601"',
  'xmlns:sl-bag-extract="http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601"',
  'xmlns:sl="http://www.kadaster.nl/schemas/standlevering-generiek/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:xs="http://www.w3.org/2001/XMLSchema"',
  'xsi:schemaLocation="http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601 https://developer.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601/BagvsExtractDeelbestandExtractLvc-2.1.0.xsd"',
].join(" ");

/** One file of an extract, around its objects; an empty list gives the file that Kadaster delivers when there are none. */
export function bagFile(kind: BagKind, objects: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<sl-bag-extract:bagStand ${NAMESPACES}>
  <sl-bag-extract:bagInfo>
    <selecties-extract:Gebied-Registratief>
      <selecties-extract:Gebied-GEM>
        <selecties-extract:GemeenteCollectie>
          <selecties-extract:Gemeente>
            <selecties-extract:GemeenteIdentificatie>${MUNICIPALITY.digits}</selecties-extract:GemeenteIdentificatie>
          </selecties-extract:Gemeente>
        </selecties-extract:GemeenteCollectie>
      </selecties-extract:Gebied-GEM>
    </selecties-extract:Gebied-Registratief>
    <selecties-extract:LVC-Extract>
      <selecties-extract:StandTechnischeDatum>${EXTRACT_DATE.inContents}</selecties-extract:StandTechnischeDatum>
    </selecties-extract:LVC-Extract>
  </sl-bag-extract:bagInfo>
  <sl:standBestand>
    <sl:dataset>LVBAG</sl:dataset>
    <sl:inhoud>
      <sl:gebied>GEMEENTE</sl:gebied>
      <sl:leveringsId>0000000001</sl:leveringsId>
      <sl:objectTypen>
        <sl:objectType>${kind}</sl:objectType>
      </sl:objectTypen>
    </sl:inhoud>${objects.join("")}
  </sl:standBestand>
</sl-bag-extract:bagStand>`;
}

export const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** `<Objecten:name>text</Objecten:name>`; nothing without text. */
export const field = (name: string, text: string | number | undefined) =>
  text === undefined ? "" : `<Objecten:${name}>${escaped(String(text))}</Objecten:${name}>`;

export const identification = (domain: string, id: string) => `<Objecten:identificatie domein="NL.IMBAG.${domain}">${id}</Objecten:identificatie>`;

/** A reference to other objects, inside the element that says what they are to this one. */
export const reference = (role: string, domain: string, ids: readonly string[], type = domain) =>
  `<Objecten:${role}>${ids.map((id) => `<Objecten-ref:${type}Ref domein="NL.IMBAG.${domain}">${id}</Objecten-ref:${type}Ref>`).join("")}</Objecten:${role}>`;

/** Wraps the contents of one object as an extract does. */
export const bagObject = (element: string, contents: string) =>
  `<sl:stand><sl-bag-extract:bagObject><Objecten:${element}>${contents}</Objecten:${element}></sl-bag-extract:bagObject></sl:stand>`;

export function occurrence({ number, from, until, ended }: Occurrence): string {
  const history = (name: string, text: string | undefined) => (text === undefined ? "" : `<Historie:${name}>${text}</Historie:${name}>`);
  const at = (date: string | undefined, time: string) => date && `${date}T${time}`;
  const last = until ?? (ended ? EXTRACT_DATE.inContents : undefined);
  return (
    `<Objecten:voorkomen><Historie:Voorkomen>${history("voorkomenidentificatie", String(number))}${history("beginGeldigheid", from)}` +
    history("eindGeldigheid", until) +
    history("tijdstipRegistratie", at(from, "09:12:41.000")) +
    history("eindRegistratie", at(last, "10:04:17.000")) +
    (ended === "inactive" ? history("tijdstipInactief", at(last, "10:04:17.000")) : "") +
    `<Historie:BeschikbaarLV>${history("tijdstipRegistratieLV", at(from, "09:31:02.417"))}` +
    history("tijdstipEindRegistratieLV", at(last, "10:30:55.102")) +
    (ended === "inactive" ? history("tijdstipInactiefLV", at(last, "10:30:55.102")) : "") +
    (ended === "not-bag" ? history("tijdstipNietBagLV", at(last, "10:30:55.102")) : "") +
    "</Historie:BeschikbaarLV></Historie:Voorkomen></Objecten:voorkomen>"
  );
}

/** RD metres as an extract writes them: at most three decimals, at least one. */
const metres = (n: number) => (Number.isInteger(n) ? `${n}.0` : String(n));

/** A polygon in RD (EPSG:28992); three dimensions (height 0) for buildings, two for the rest. */
export function polygon(ring: readonly Point[], dimensions: 2 | 3): string {
  const positions = ring.map(([x, y]) => `${metres(x)} ${metres(y)}${dimensions === 3 ? " 0.0" : ""}`).join(" ");
  return `<gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="${dimensions}">
  <gml:exterior>
    <gml:LinearRing>
      <gml:posList count="${ring.length}">${positions}</gml:posList>
    </gml:LinearRing>
  </gml:exterior>
</gml:Polygon>`;
}

export const point = ([x, y]: Point) => `<Objecten:punt><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="3">
  <gml:pos>${metres(x)} ${metres(y)} 0.0</gml:pos>
</gml:Point></Objecten:punt>`;
