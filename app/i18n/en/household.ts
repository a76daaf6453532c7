import type { household as nl } from "../nl/household.ts";
import type { Translation } from "../translation.ts";

export const household: Translation<typeof nl> = {};
