import type { PgTable } from "drizzle-orm/pg-core";
import type * as schema from "../../../db/schema/index.ts";

type Schema = typeof schema;
/** A table by the name of its export in db/schema. */
export type TableName = { [Name in keyof Schema]: Schema[Name] extends PgTable ? Name : never }[keyof Schema];

/** What is kept in a table: nothing about anybody, or whose data, what for and how long. */
export type InventoryLine =
  | { personal: false; what: string }
  | {
      personal: true;
      what: string;
      whose: string;
      purpose: string;
      /** How long, and which deed or job ends it. */
      kept: string;
      /** Whether it is in the owner's own download, and if not, why not. */
      inOwnExport: true | string;
    };

const register = (what: string): InventoryLine => ({ personal: false, what: `${what}, from a public register` });

/** One line per table; the type refuses a table without one, and a test compares it with the database itself. */
export const inventory: Record<TableName, InventoryLine> = {
  migration: { personal: false, what: "Which changes to the database were applied" },

  municipality: register("Municipalities by code and name"),
  neighbourhood: register("Neighbourhoods with their boundaries"),
  street: register("Streets by name"),
  streetInNeighbourhood: register("How many homes a street has in a neighbourhood"),
  building: register("Buildings with shape, year and kind"),
  dwelling: register("Homes with position, area and kind"),
  dwellingBuilding: register("Which homes are in which buildings"),
  address: register("Addresses"),
  baseMap: register("Streets, water and green under the map"),
  importRun: { personal: false, what: "Which files were imported, when, with which counts" },

  account: {
    personal: true,
    what: "E-mail address, language, day of the last visit, and when its owner was told that it will end",
    whose: "everybody who logs in",
    purpose: "logging in, and mail that somebody asked for",
    kept: "until its owner leaves; unused 24 months, after notice; without a proven home 30 days, longer while a letter for it waits or its code still counts",
    inOwnExport: true,
  },
  session: {
    personal: true,
    what: "Hash of a session's id, browser in words, when it was used, whether it began with a passkey",
    whose: "everybody who is logged in",
    purpose: "staying logged in, and seeing where",
    kept: "30 days unused, 180 days at most; moderators and officials 30 minutes and 8 hours",
    inOwnExport: true,
  },
  signup: {
    personal: true,
    what: "E-mail address and the address that somebody says to live at",
    whose: "who is joining",
    purpose: "proving that somebody lives there",
    kept: "30 days after it ended or was completed",
    inOwnExport: "it ends before anybody has a home here; what it led to is in the export",
  },
  mailProof: {
    personal: true,
    what: "E-mail address, hashes of a link, a code and a browser",
    whose: "who asked for a link or a code",
    purpose: "logging in and proving a mailbox",
    kept: "a day after the ten minutes for which it counts",
    inOwnExport: "it holds hashes only and is gone within a day",
  },
  letterCode: {
    personal: true,
    what: "Keyed hash of the code in a letter, number of tries",
    whose: "who is joining",
    purpose: "proving that somebody lives there",
    kept: "with its sign-up",
    inOwnExport: "it holds a hash only",
  },
  householdInvitation: {
    personal: true,
    what: "E-mail address of who was invited, hash of the link",
    whose: "who was invited into a household",
    purpose: "joining a household",
    kept: "30 days after the 14 days for which it counts",
    inOwnExport: "the address is somebody else's",
  },
  emailChange: {
    personal: true,
    what: "Old and new e-mail address, and when each step was taken",
    whose: "who changes their e-mail address",
    purpose: "changing it safely: seven days in which the old mailbox can object",
    kept: "30 days after it was asked, once it was applied or cancelled or never confirmed",
    inOwnExport: "it is over within a week; the address itself is in the export",
  },
  totp: {
    personal: true,
    what: "Encrypted secret of an authenticator app",
    whose: "moderators and officials",
    purpose: "the second step of their log-in",
    kept: "as long as the account",
    inOwnExport: "a copy of the secret would open the second step",
  },
  recoveryCode: {
    personal: true,
    what: "Hashes of recovery codes, and which were used",
    whose: "moderators and officials",
    purpose: "the second step when the app is lost",
    kept: "as long as the account",
    inOwnExport: "it holds hashes only",
  },
  passkey: {
    personal: true,
    what: "Public half of a key on somebody's device, its name, when it was made and last used",
    whose: "who logs in with a finger, a face or a PIN",
    purpose: "logging in, and the second step of moderators and officials",
    kept: "until its owner removes it or leaves",
    inOwnExport: true,
  },
  passkeyChallenge: {
    personal: true,
    what: "What a browser was asked to sign, hash of that browser",
    whose: "who is logging in with a passkey or adding one",
    purpose: "an answer that counts once, and only in the browser that was asked",
    kept: "until it is answered; unanswered, until the daily job after the five minutes for which it counts",
    inOwnExport: "it says nothing about anybody and is gone within a day",
  },
  waiting: {
    personal: true,
    what: "E-mail address and neighbourhood",
    whose: "who waits for a neighbourhood to begin",
    purpose: "telling them",
    kept: "7 days unconfirmed; 30 days after they were told",
    inOwnExport: "there is no account to ask it with; every mail has a link that deletes it",
  },
  rateLimit: {
    personal: true,
    what: "Counters under keyed hashes of e-mail addresses and networks",
    whose: "who tries to log in or join",
    purpose: "stopping somebody who guesses",
    kept: "a day, 14 days at most",
    inOwnExport: "nobody can tell whose a counter is",
  },

  household: {
    personal: true,
    what: "The home, street, building and neighbourhood of a household",
    whose: "a household",
    purpose: "deciding what it may see and who its neighbours are",
    kept: "until its last resident has left and been erased",
    inOwnExport: true,
  },
  resident: {
    personal: true,
    what: "The name that neighbours see, and how involved somebody wants to be",
    whose: "a resident",
    purpose: "showing the chosen name, and not asking more than somebody wants",
    kept: "until the membership ends",
    inOwnExport: true,
  },
  membership: {
    personal: true,
    what: "Who belongs to which household, since when, by which proof",
    whose: "a resident",
    purpose: "deciding what somebody may see and do",
    kept: "until the account is erased",
    inOwnExport: true,
  },
  joinRequest: {
    personal: true,
    what: "The name of somebody who asks to join a household, and the answer",
    whose: "who asks",
    purpose: "letting the household decide",
    kept: "30 days after the answer; unanswered, 30 days after its sign-up ended",
    inOwnExport: "the name is that of who asks, and the household that reads it is somebody else",
  },
  roleGrant: {
    personal: true,
    what: "Who is a moderator or an official, of what, since when",
    whose: "moderators and officials",
    purpose: "deciding what they may see and do",
    kept: "as long as the account",
    inOwnExport: true,
  },
  consent: {
    personal: true,
    what: "What somebody agreed to: purpose, audience, text as shown, since when, until when",
    whose: "a resident",
    purpose: "showing what was agreed to, and proving it",
    kept: "until the account is erased",
    inOwnExport: true,
  },
  disclosure: {
    personal: true,
    what: "Every look of a moderator at a reported item",
    whose: "the household that was looked at, and the moderator",
    purpose: "showing who looked",
    kept: "until the household is erased",
    inOwnExport: true,
  },
  erasure: {
    personal: true,
    what: "Who asked to be erased, and when it is due",
    whose: "who leaves",
    purpose: "erasing after seven days of second thoughts",
    kept: "until it is done",
    inOwnExport: true,
  },

  measure: {
    personal: true,
    what: "A measure in a home: kind, state, year, costs, experience, use of gas and power",
    whose: "a household",
    purpose: "showing it to the audience that was chosen",
    kept: "until seven days after it was taken back",
    inOwnExport: true,
  },
  wish: {
    personal: true,
    what: "A wish for a home or a neighbourhood, and what holds somebody back",
    whose: "a household",
    purpose: "showing it to the audience that was chosen",
    kept: "until seven days after it was taken back",
    inOwnExport: true,
  },
  wishJoin: {
    personal: true,
    what: "Who joins a wish, under which name",
    whose: "a household",
    purpose: "showing how many join",
    kept: "until somebody leaves it, or the wish is gone",
    inOwnExport: true,
  },
  photo: {
    personal: true,
    what: "A photo with a measure, drawn anew without the data that cameras add",
    whose: "a household",
    purpose: "showing it with the measure",
    kept: "until it is removed, or with its measure",
    inOwnExport: true,
  },
  announcement: {
    personal: true,
    what: "A message to a neighbourhood, and which moderator wrote it under which name",
    whose: "a moderator",
    purpose: "telling the neighbourhood",
    kept: "for good, also after it was withdrawn; when the moderator is erased the name under it goes, a random id stays",
    inOwnExport: true,
  },
  report: {
    personal: true,
    what: "Who reported what, why, and what was decided",
    whose: "who reports, and whose item it is",
    purpose: "moderation with reasons",
    kept: "what was written 24 months after the decision; the rest until who reported it is erased, or the item with its household",
    inOwnExport: true,
  },
  hiding: {
    personal: true,
    what: "What was hidden, by which moderator, under which house rule, for how long, with which reasons",
    whose: "the household whose item it is",
    purpose: "a statement of reasons, and objecting to it",
    kept: "until the household is erased",
    inOwnExport: true,
  },
  appeal: {
    personal: true,
    what: "An objection to a decision of a moderator, what another decided on it, and why",
    whose: "who objects: the household of what was hidden, or who reported what was kept",
    purpose: "a second look by another moderator",
    kept: "what was written 24 months after the decision; the rest until who objected is erased, or the decision",
    inOwnExport: true,
  },
  missingAddress: {
    personal: true,
    what: "An address that is not in the register, and the e-mail address and language of who misses it",
    whose: "who wants to join",
    purpose: "finding out where they live",
    kept: "30 days after it was handled; unanswered, 90 days",
    inOwnExport: "there is no account yet",
  },
  letter: {
    personal: true,
    what: "That a letter was asked for and printed for a home",
    whose: "who is joining",
    purpose: "proof of the address",
    kept: "30 days after it ended",
    inOwnExport: "it ends with the sign-up",
  },
  outbox: {
    personal: true,
    what: "Which mail goes to which account, by id; no address and no text",
    whose: "who gets the mail",
    purpose: "sending it once, and not losing it",
    kept: "14 days after it was delivered or given up",
    inOwnExport: "it says what to send and is gone within two weeks",
  },
  journalEntry: {
    personal: true,
    what: "What was erased, withdrawn, narrowed, hidden or left, by random id",
    whose: "nobody, once the thing is gone",
    purpose: "not bringing it back when a backup is restored",
    kept: "never deleted: every backup is checked against it",
    inOwnExport: "it holds random ids only, of things that are gone",
  },
};
