import type { privacy as nl } from "../nl/privacy.ts";
import type { Translation } from "../translation.ts";

export const privacy: Translation<typeof nl> = {};
