import type { AssistedEntry } from "./assisted-entry.server.ts";
import type { EntryName } from "./entry-names.ts";
import { measureEntry } from "./measure.server.ts";
import { reportEntry } from "./report.server.ts";
import { homeWishEntry, neighbourhoodWishEntry } from "./wish.server.ts";

/** What can be entered for somebody, by its name in the address. */
export const allEntries = { maatregel: measureEntry, wens: homeWishEntry, buurtwens: neighbourhoodWishEntry, melding: reportEntry } satisfies Record<EntryName, AssistedEntry>;
