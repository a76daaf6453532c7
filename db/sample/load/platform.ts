import type { Locale } from "../../schema/auth.ts";
import type { Audience, ConsentPurpose } from "../../schema/people.ts";
import type { ToWgs84 } from "../register/write-geojson.ts";

/**
 * What the sample needs of the application, handed in by whoever fills a database: the database's code knows nothing of
 * the application's.
 */
export interface Platform {
  toWgs84: ToWgs84;
  importBoundaries(file: string, options: { codeField: string; nameField: string; year: number; source: string; sourceDate: string; serve: string[] }): Promise<unknown>;
  importBag(file: string): Promise<unknown>;
  /** The text that somebody would have read on the screen. */
  consentText(locale: Locale, subject: ConsentGiven, place: { streetName: string; neighbourhoodName: string }): { version: string; text: string };
  encryptTotpSecret(accountId: string, secret: string): string;
}

/** To what somebody said yes. */
export type ConsentGiven =
  | { purpose: "share_measure" | "share_wish"; audience: Exclude<Audience, "household"> }
  | { purpose: Exclude<ConsentPurpose, "share_measure" | "share_wish"> };
