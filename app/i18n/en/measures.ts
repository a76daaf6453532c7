import type { measures as nl } from "../nl/measures.ts";
import type { Translation } from "../translation.ts";

export const measures: Translation<typeof nl> = {};
