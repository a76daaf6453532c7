/** What is known of the conditions of a source: the licence as its publisher states it, or that we did not read its text. */
export type Licence = "cc0" | "ccBy" | "ccByOrUnverified" | "unverified";

/** A public source, its words under `sources.of.<id>`; `kind` is that of its import, for a source that is loaded. */
export type Source = LoadedKind | { id: "exampleHomes" | "pbl" | "milieuCentraal" | "tiles"; kind: null; licence: Licence };
type LoadedKind = { id: "bag" | "boundaries" | "cbs" | "statline" | "epOnline" | "grid"; kind: string; licence: Licence };

/** Every public source from which something is shown. Figures of other publishers come here with their first use. */
export const sources: readonly Source[] = [
  { id: "bag", kind: "bag", licence: "cc0" },
  { id: "boundaries", kind: "boundaries", licence: "ccByOrUnverified" },
  { id: "cbs", kind: "cbs", licence: "ccBy" },
  { id: "statline", kind: "statline", licence: "ccBy" },
  { id: "epOnline", kind: "ep-online", licence: "unverified" },
  { id: "grid", kind: "grid", licence: "unverified" },
  { id: "exampleHomes", kind: null, licence: "unverified" },
  { id: "pbl", kind: null, licence: "unverified" },
  { id: "milieuCentraal", kind: null, licence: "unverified" },
];

/** The tiles under the map, where they are configured. */
export const tilesSource: Source = { id: "tiles", kind: null, licence: "unverified" };

/** The source of an import of this kind, where there are words for it. */
export const sourceOfKind = (kind: string): LoadedKind | undefined => sources.find((source): source is LoadedKind => source.kind === kind);
