import type { pages as nl } from "../nl/pages.ts";
import type { Translation } from "../translation.ts";

export const pages: Translation<typeof nl> = {};
