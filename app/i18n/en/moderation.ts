import type { moderation as nl } from "../nl/moderation.ts";
import type { Translation } from "../translation.ts";

export const moderation: Translation<typeof nl> = {};
