import type { Locale } from "../../../db/schema/auth.ts";
import type { Cooperative } from "../neighbourhood/cooperative-of.server.ts";

/** What stands on one sheet. The address has no name: none is known. */
export type LetterSheet = {
  /** An invitation, a letter that was asked for, one to take over what was entered on paper, or one that tells the address of a claim. */
  kind: "invitation" | "requested" | "paper" | "notice";
  locale: Locale;
  /** A language besides, in short. */
  secondLocale: Locale | null;
  addressLines: readonly string[];
  neighbourhoodName: string;
  /** As it is shown: CDFH-JKMN. */
  code: string;
  validUntil: Date;
};

/** Who writes: the cooperative of the neighbourhood. */
export type Letterhead = Cooperative & { siteUrl: string };
