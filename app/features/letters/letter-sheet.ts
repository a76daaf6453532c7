import type { Locale } from "../../../db/schema/auth.ts";

/** What stands on one sheet. The address has no name: none is known. */
export type LetterSheet = {
  /** An invitation, a letter that somebody at the address asked for, or one to take over what was entered on paper. */
  kind: "invitation" | "requested" | "paper";
  locale: Locale;
  /** A language besides, in short. */
  secondLocale: Locale | null;
  addressLines: readonly string[];
  neighbourhoodName: string;
  /** As it is shown: CDFH-JKMN. */
  code: string;
  validUntil: Date;
};

/** Who writes: the cooperative that runs the site. */
export type Letterhead = { name: string; address: string; phone: string; email: string; siteUrl: string };
