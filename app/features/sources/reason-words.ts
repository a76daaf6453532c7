import type { TFunction } from "i18next";

/** Reasons that importers give, by the word that says them on the screen. */
const known = {
  history: "history",
  "fewer than 10 connections": "few",
  "an average use of 0: its connections are not in use yet": "unused",
  "no average use": "noUse",
  "no small connections": "large",
  "its street is not in use in this file": "noStreet",
  "its main address is not in use in this file": "noAddress",
  "it belongs to no dwelling, mooring or pitch in use": "noHome",
  "another occurrence of it is current too, and newer": "newer",
  "only water or abroad": "water",
  "in another municipality than was asked for": "elsewhere",
  "a smaller area: its figures come with its boundary": "smaller",
  "a permit, no label yet": "permit",
  "a utility building": "utility",
  "no class of building": "noBuildingClass",
  "no class of energy": "noEnergyClass",
  "a project without an address": "project",
  "a part of an address without a number of its own in the BAG": "part",
  "not a home in the register": "notHere",
  "a home that has ended": "ended",
  "an address of several homes": "several",
  "an older label of a home with a newer one": "older",
} as const;

const things = ["place", "street", "address", "building", "dwelling", "mooring", "pitch"] as const;

/** Why records were left out, in words; what has none (the register's own states, what is new) is said as the importer says it. */
export function reasonWords(t: TFunction<"sources">, reason: string): string {
  const thing = things.find((each) => reason.startsWith(`${each}: `));
  const bare = thing ? reason.slice(thing.length + 2) : reason;
  const word = known[bare as keyof typeof known];
  const words = word ? t(`reasons.${word}`) : bare;
  return thing ? `${t(`things.${thing}`)}: ${words}` : words;
}
