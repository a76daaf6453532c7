import type { home as nl } from "../nl/home.ts";
import type { Translation } from "../translation.ts";

export const home: Translation<typeof nl> = {};
