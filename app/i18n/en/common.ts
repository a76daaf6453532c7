import type { common as nl } from "../nl/common.ts";
import type { Translation } from "../translation.ts";

export const common: Translation<typeof nl> = {};
