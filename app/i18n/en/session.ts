import type { session as nl } from "../nl/session.ts";
import type { Translation } from "../translation.ts";

export const session: Translation<typeof nl> = {};
