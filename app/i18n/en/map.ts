import type { map as nl } from "../nl/map.ts";
import type { Translation } from "../translation.ts";

export const map: Translation<typeof nl> = {};
