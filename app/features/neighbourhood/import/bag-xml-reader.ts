import { StringDecoder } from "node:string_decoder";
import { emptyOccurrence, type BagKind, type BagOccurrence, type WrittenGeometry } from "./bag-occurrence.ts";
import { ImportError } from "./import-error.ts";
import { XmlError, XmlScanner } from "./xml-scanner.ts";
import type { Attributes } from "./xml-tags.ts";

/** What the head of a BAG file says about the whole file. */
export type BagFileHead = {
  /** False for the files that come with an extract: the delivery note, the table of places. */
  holdsObjects: boolean;
  /** Municipality codes with 'GM'; empty for the whole country. */
  municipalities: string[];
  /** StandTechnischeDatum, yyyy-mm-dd. */
  date: string;
};

const KIND_OF_ELEMENT: Readonly<Record<string, BagKind>> = {
  Woonplaats: "place",
  OpenbareRuimte: "street",
  Nummeraanduiding: "address",
  Pand: "building",
  Verblijfsobject: "dwelling",
  Ligplaats: "mooring",
  Standplaats: "pitch",
};

/** Roots of files in an extract that hold no objects. */
const ROOTS_WITHOUT_OBJECTS = new Set(["BAG-Extract-Levering", "BAG-GWR-Deelbestand-LVC"]);

const WITHDRAWALS = new Set([
  "eindRegistratie",
  "tijdstipInactief",
  "tijdstipInactiefLV",
  "tijdstipNietBagLV",
  "tijdstipEindRegistratieLV",
]);

const FIELDS = new Map<string, (object: BagOccurrence, value: string) => void>([
  ["status", (object, value) => (object.status = value)],
  ["voorkomenidentificatie", (object, value) => (object.version = value)],
  ["beginGeldigheid", (object, value) => (object.validFrom = value)],
  ["eindGeldigheid", (object, value) => (object.validUntil = value)],
  ["naam", (object, value) => (object.name = value)],
  ["oorspronkelijkBouwjaar", (object, value) => (object.builtYear = value)],
  ["oppervlakte", (object, value) => (object.area = value)],
  ["gebruiksdoel", (object, value) => object.purposes.push(value)],
  ["postcode", (object, value) => (object.postcode = value)],
  ["huisnummer", (object, value) => (object.houseNumber = value)],
  ["huisletter", (object, value) => (object.houseLetter = value)],
  ["huisnummertoevoeging", (object, value) => (object.houseAddition = value)],
  ["PandRef", (object, value) => object.buildings.push(value)],
  ["OpenbareRuimteRef", (object, value) => (object.street = value)],
  ["WoonplaatsRef", (object, value) => (object.place = value)],
]);

/** What is read besides the fields; the root, and what stands directly in a `bagObject`, always are. */
const HEEDED = new Set([
  "bagObject", "GemeenteIdentificatie", "StandTechnischeDatum", "identificatie", "heeftAlsHoofdadres", "heeftAlsNevenadres", "NummeraanduidingRef",
  "Polygon", "Point", "posList", "pos", ...WITHDRAWALS, ...FIELDS.keys(),
]);

/**
 * Reads one XML file of a BAG 2.0 extract (national or municipal, any prefix for its namespaces) as a stream and hands
 * out every occurrence in `bagObject`; what is disputed (kenmerkInOnderzoek) is not an object and is passed over.
 * Memory holds one occurrence and one chunk. The order of elements within an object does not matter.
 */
export class BagXmlReader {
  readonly head: BagFileHead = { holdsObjects: false, municipalities: [], date: "" };
  private readonly decoder = new StringDecoder("utf8");
  private readonly scanner: XmlScanner;
  private object: BagOccurrence | null = null;
  private objectDepth = 0;
  private rootSeen = false;
  private inBagObject = false;
  private inSideAddress = false;

  /**
   * @param path how the file is called in error messages
   * @param found gets every occurrence as soon as it ends
   */
  constructor(
    private readonly path: string,
    private readonly found: (object: BagOccurrence) => void,
  ) {
    this.scanner = new XmlScanner({
      heeds: (name, parent) => parent === "" || parent === "bagObject" || HEEDED.has(name),
      open: (name, attributes, depth, qualifiedName) => this.open(name, attributes, depth, qualifiedName),
      close: (name, text, depth) => this.close(name, text, depth),
    });
  }

  /** Reads on. @throws ImportError for XML that is broken or not of the BAG */
  write(chunk: Buffer): void {
    this.scan(() => this.scanner.write(this.decoder.write(chunk)));
  }

  /** Closes the file. @throws ImportError when it ends half-way */
  end(): void {
    this.scan(() => {
      this.scanner.write(this.decoder.end());
      this.scanner.end();
    });
  }

  private scan(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      const near = this.object?.id ? `, in ${this.object.kind} ${this.object.id}` : "";
      throw new ImportError(`${this.path}: is not well-formed XML, ${error.message}${near}`);
    }
  }

  private open(name: string, attributes: Attributes, depth: number, qualifiedName: string): void {
    if (!this.rootSeen) this.checkRoot(name, attributes, qualifiedName);
    if (this.object) this.openInside(this.object, name, attributes);
    else if (this.inBagObject) this.openObject(name, depth);
    else if (name === "bagObject") this.inBagObject = true;
  }

  private checkRoot(name: string, attributes: Attributes, qualifiedName: string): void {
    this.rootSeen = true;
    const isBag2 = Object.values(attributes).some((value) => value.includes("/schemas/lvbag/"));
    this.head.holdsObjects = isBag2 && name === "bagStand";
    if (this.head.holdsObjects || (isBag2 && ROOTS_WITHOUT_OBJECTS.has(name))) return;
    if (isBag2 && /mutatie/i.test(name)) {
      throw new ImportError(`${this.path}: holds mutations; import the whole extract (stand) instead`);
    }
    throw new ImportError(`${this.path}: is not a BAG 2.0 extract (its root element is <${qualifiedName}>)`);
  }

  private openObject(name: string, depth: number): void {
    const kind = KIND_OF_ELEMENT[name];
    if (!kind) throw new ImportError(`${this.path}: has an object of an unknown kind <${name}>`);
    this.object = emptyOccurrence(kind);
    this.objectDepth = depth;
  }

  private openInside(object: BagOccurrence, name: string, attributes: Attributes): void {
    if (name === "heeftAlsNevenadres") this.inSideAddress = true;
    else if (name === "heeftAlsHoofdadres") this.inSideAddress = false;
    else if (attributes["srsName"] !== undefined || name === "Polygon" || name === "Point") object.geometry ??= geometryOf(name, attributes);
  }

  private close(name: string, text: string, depth: number): void {
    const object = this.object;
    if (object) this.closeInside(object, name, text, depth);
    else if (name === "bagObject") this.inBagObject = false;
    else if (name === "GemeenteIdentificatie") this.head.municipalities.push(`GM${text.trim()}`);
    else if (name === "StandTechnischeDatum") this.head.date = text.trim();
  }

  private closeInside(object: BagOccurrence, name: string, text: string, depth: number): void {
    if (depth === this.objectDepth) {
      this.object = null;
      this.found(object);
    } else if (name === "posList" || name === "pos") {
      object.geometry?.rings.push(text);
    } else if (name === "identificatie" && depth === this.objectDepth + 1) {
      object.id = text.trim();
    } else if (name === "NummeraanduidingRef") {
      if (this.inSideAddress) object.sideAddresses.push(text.trim());
      else object.mainAddress = text.trim();
    } else if (WITHDRAWALS.has(name)) {
      object.withdrawn = true;
    } else {
      FIELDS.get(name)?.(object, text.trim());
    }
  }
}

function geometryOf(name: string, attributes: Attributes): WrittenGeometry {
  return {
    type: name === "Polygon" || name === "Point" ? name : "other",
    crs: attributes["srsName"] ?? "",
    dimension: Number(attributes["srsDimension"] ?? 2),
    rings: [],
  };
}
