import type { neighbourhood as nl } from "../nl/neighbourhood.ts";
import type { Translation } from "../translation.ts";

export const neighbourhood: Translation<typeof nl> = {};
