import type { RingPolygon } from "../polygon-json.ts";
import type { AreaColumns, Cells } from "./read-area.ts";

/** One row of a layer; its shape is read when it is asked for, and is a fault in words where it is broken. */
export type Feature = { cells: Cells; shape: () => RingPolygon[] | string };

export type AreaLayer = {
  name: string;
  columns: AreaColumns;
  count: number;
  /** Whether shapes are in EPSG:28992 (metres), else in WGS84 (degrees, longitude first). */
  inRd: boolean;
  features(): Iterable<Feature>;
};

/** A file of CBS Wijken en Buurten, opened. */
export type AreaFile = {
  name: string;
  /** When the file was made, yyyy-mm-dd, where it says so. */
  date: string | null;
  bytes: number;
  layers: AreaLayer[];
  close(): Promise<void>;
};
