import type { join as nl } from "../nl/join.ts";
import type { Translation } from "../translation.ts";

export const join: Translation<typeof nl> = {};
