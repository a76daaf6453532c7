import type { mail as nl } from "../nl/mail.ts";
import type { Translation } from "../translation.ts";

export const mail: Translation<typeof nl> = {};
