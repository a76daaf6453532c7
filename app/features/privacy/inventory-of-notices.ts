import type { InventoryLine } from "./inventory-line.ts";

export const inventoryOfNotices = {
  happening: {
    personal: true,
    what: "That something happened of which neighbours may be told, and who did it: by random ids, no words",
    whose: "who did it",
    purpose: "finding out who may be told",
    kept: "30 days after everybody was told; with whoever did it, when they are erased",
    inOwnExport: "it says only that what is in the export happened, and is gone within weeks",
  },
  notice: {
    personal: true,
    what: "Of what somebody was told, when, whether they read it and whether it was mailed: by random ids, no words",
    whose: "who was told",
    purpose: "showing what is new, and mailing it once",
    kept: "12 months, or until the membership ends",
    inOwnExport: true,
  },
  noticeChoice: {
    personal: true,
    what: "How somebody wants to be mailed, per subject, and whether at night",
    whose: "a resident",
    purpose: "mailing no more than somebody wants",
    kept: "until the account is erased",
    inOwnExport: true,
  },
  unsubscription: {
    personal: true,
    what: "Which mail somebody turned off through the link in it, and when",
    whose: "a resident",
    purpose: "showing that and when it was turned off",
    kept: "until the account is erased",
    inOwnExport: true,
  },
} as const satisfies Record<string, InventoryLine>;
