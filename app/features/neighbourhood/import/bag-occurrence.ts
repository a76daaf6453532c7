/** The seven kinds of objects in the BAG, by the names that the screens and the summary use. */
export const bagKinds = ["place", "street", "address", "building", "dwelling", "mooring", "pitch"] as const;
export type BagKind = (typeof bagKinds)[number];

/** One geometry as it is written in the file: rings (or one point) of numbers separated by white space. */
export type WrittenGeometry = {
  type: "Polygon" | "Point" | "other";
  /** `srsName` as written, '' when absent. */
  crs: string;
  dimension: number;
  rings: string[];
};

/**
 * One occurrence (voorkomen) of a BAG object as the XML has it: strings, '' when absent, nothing judged.
 * Every kind has the same fields so that the reader fills one shape.
 */
export type BagOccurrence = {
  kind: BagKind;
  id: string;
  status: string;
  /** voorkomenidentificatie: rises with each occurrence of the same object. */
  version: string;
  validFrom: string;
  validUntil: string;
  /** Whether the register withdrew this occurrence: eindRegistratie, tijdstipInactief(LV), tijdstipNietBagLV, … */
  withdrawn: boolean;
  name: string;
  builtYear: string;
  area: string;
  purposes: string[];
  postcode: string;
  houseNumber: string;
  houseLetter: string;
  houseAddition: string;
  mainAddress: string;
  sideAddresses: string[];
  buildings: string[];
  street: string;
  place: string;
  geometry: WrittenGeometry | null;
};

export function emptyOccurrence(kind: BagKind): BagOccurrence {
  return {
    kind,
    id: "",
    status: "",
    version: "",
    validFrom: "",
    validUntil: "",
    withdrawn: false,
    name: "",
    builtYear: "",
    area: "",
    purposes: [],
    postcode: "",
    houseNumber: "",
    houseLetter: "",
    houseAddition: "",
    mainAddress: "",
    sideAddresses: [],
    buildings: [],
    street: "",
    place: "",
    geometry: null,
  };
}
