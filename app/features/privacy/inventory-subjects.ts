import type { TableName } from "./inventory-line.ts";

/** Why the law lets us keep something (article 6 GDPR): what somebody asked of us, their consent, a duty, or the safety of a closed neighbourhood. */
export type Basis = "agreement" | "consent" | "duty" | "interest";

/**
 * What is kept of people, by subject, in the order in which a resident comes by it: for the privacy page and for docs/privacy.md.
 * Every table of the inventory that is about a person stands in one of them.
 */
export const inventorySubjects = {
  account: { basis: ["agreement", "interest"], tables: ["account", "session", "passkey", "passkeyChallenge", "mailProof", "emailChange", "totp", "recoveryCode", "rateLimit"] },
  joining: { basis: ["agreement", "interest"], tables: ["signup", "waiting", "missingAddress", "letter", "letterCode", "letterFile", "letterRefusal", "addressClaim", "vouch", "vouchLoss"] },
  household: { basis: ["agreement"], tables: ["household", "membership", "resident", "joinRequest", "householdInvitation", "homeCorrection", "putAside", "leftFact", "plannedMove"] },
  shared: { basis: ["consent"], tables: ["measure", "photo", "wish", "wishJoin", "story"] },
  questions: { basis: ["consent"], tables: ["question", "questionPhoto", "answer", "answerTombstone", "answerThanks", "questionFollow", "questionClaim", "outcomeVerdict", "questionParking", "questionMerge"] },
  visits: { basis: ["consent"], tables: ["visit", "visitMeasure", "visitSlot", "visitRequest", "visitFeedback", "koploper"] },
  threads: { basis: ["agreement"], tables: ["privateThread", "privateMessage", "block"] },
  purchases: { basis: ["agreement", "consent", "duty"], tables: ["purchaseSignUp", "purchaseSignUpEvent", "purchaseOffer", "purchaseCheckAnswer", "purchasePhoto", "purchaseContact", "purchaseAgreement", "purchaseNote", "purchaseReceipt"] },
  together: { basis: ["consent"], tables: ["jointRequest", "jointRequestPart", "jointRequestAnswer", "organisation"] },
  figures: { basis: ["consent"], tables: ["figureBudget"] },
  consent: { basis: ["duty"], tables: ["consent", "disclosure"] },
  moderation: { basis: ["duty"], tables: ["report", "hiding", "appeal", "secondLook"] },
  notices: { basis: ["agreement"], tables: ["notice", "noticeChoice", "unsubscription", "happening", "outbox"] },
  paper: { basis: ["consent"], tables: ["paperResident", "assistedSession", "assistedEntry"] },
  leaving: { basis: ["duty"], tables: ["erasure", "ownArchive", "ownArchivePiece", "journalEntry"] },
  roles: {
    basis: ["interest"],
    tables: [
      "roleGrant", "roleEvent", "roleInvitation", "announcement", "visitRoute", "letterBatch", "neighbourhoodSuccession", "figureEvent", "figurePublicity", "municipalPost", "promiseReport",
      "purchase", "purchaseRules", "purchaseNews", "purchaseEvent", "purchaseMessage", "purchaseExport",
    ],
  },
} as const satisfies Record<string, { basis: readonly Basis[]; tables: readonly TableName[] }>;

export type SubjectName = keyof typeof inventorySubjects;
export type InventoriedTable = (typeof inventorySubjects)[SubjectName]["tables"][number];

/** The subjects in their order. */
export const subjectsInOrder = Object.entries(inventorySubjects) as [SubjectName, { basis: readonly Basis[]; tables: readonly InventoriedTable[] }][];
