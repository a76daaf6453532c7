import type { Point } from "./curve.ts";

/** What a building is, apart from who lives in it; only used to draw and to choose believable words. */
export type BuildingKind = "terrace" | "semi" | "detached" | "flat" | "shop" | "shed" | "garage" | "public";

export type Purpose =
  | "woonfunctie" | "bijeenkomstfunctie" | "gezondheidszorgfunctie" | "industriefunctie" | "kantoorfunctie"
  | "onderwijsfunctie" | "sportfunctie" | "winkelfunctie" | "overige gebruiksfunctie";

/** A group of homes built at once; it decides which measures and words are believable there. */
export type Cluster =
  | "thirties" | "fifties" | "courtyards" | "seventies" | "eighties" | "waterside" | "nineties" | "recent"
  | "gildeflat" | "spoorflat" | "stationshof" | "shops" | "facilities" | "ribbon";

/** An addressable unit (verblijfsobject) in a building. */
export interface Unit {
  street: string;
  number: number;
  letter?: string;
  addition?: string;
  /** Filled in for the whole town at once. */
  postcode: string;
  purposes: Purpose[];
  /** Usable area in m²; the register's placeholders (1, 999999) occur. */
  area: number;
  point: Point;
  /** Status in the register, without the word "Verblijfsobject". */
  status: UnitStatus;
  /** A second address of the same unit (nevenadres), as a home on a corner may have. */
  alsoAt?: { street: string; number: number; postcode: string };
  /** Other buildings that the unit reaches into. */
  alsoIn?: Building[];
}

export type UnitStatus = "in gebruik" | "in gebruik (niet ingemeten)" | "gevormd" | "ingetrokken" | "buiten gebruik";
export type BuildingStatus =
  | "Pand in gebruik" | "Pand in gebruik (niet ingemeten)" | "Verbouwing pand" | "Bouwvergunning verleend" | "Bouw gestart"
  | "Pand gesloopt" | "Pand buiten gebruik";

export interface Building {
  kind: BuildingKind;
  cluster: Cluster;
  /** Closed and counter-clockwise; neighbours in a row have the very same points on their shared wall. */
  ring: Point[];
  /** Year of construction; 1005 and 9999 are the register's words for "unknown". */
  year: number;
  status: BuildingStatus;
  units: Unit[];
  /** Lets a housing corporation its homes here. */
  owner: "owner-occupied" | "corporation";
}

export type GroundKind =
  | "road" | "path" | "railway" // lines, with a width in metres
  | "water" | "green" | "garden" | "square" | "parking" | "platform"; // surfaces

/** Something on the ground: a line with a width, or a closed ring. */
export interface Ground {
  kind: GroundKind;
  /** Finer distinction: main, residential, yard, cycle, foot, alley; park, verge, playground; canal, pond, ditch. */
  className: string;
  name?: string;
  /** Metres between the kerbs; only of lines. */
  width?: number;
  points: Point[];
}

export interface Neighbourhood {
  code: string;
  name: string;
  ring: Point[];
}

export interface Town {
  neighbourhoods: Neighbourhood[];
  /** Names of the public spaces that addresses refer to, in a fixed order. */
  streets: string[];
  buildings: Building[];
  ground: Ground[];
  trees: Point[];
}
