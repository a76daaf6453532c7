import type { wishes as nl } from "../nl/wishes.ts";
import type { Translation } from "../translation.ts";

export const wishes: Translation<typeof nl> = {};
