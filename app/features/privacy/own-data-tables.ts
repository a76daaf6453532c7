/** The tables of the own download: those that the inventory names, in the order of the page. */
export const ownDataTables = [
  "account", "session", "passkey", "household", "homeCorrection", "putAside", "leftFact", "plannedMove", "resident", "membership", "addressClaim", "vouch", "vouchLoss", "roleGrant", "roleEvent", "consent", "disclosure", "erasure",
  "measure", "wish", "story",
  "question", "questionPhoto", "answer", "answerThanks", "questionFollow", "questionClaim", "outcomeVerdict", "questionParking", "questionMerge",
  "visit", "visitMeasure", "visitSlot", "visitRequest", "koploper", "visitRoute", "purchase", "purchaseNews", "purchaseEvent", "purchaseSignUp", "purchaseSignUpEvent", "purchaseOffer", "purchaseCheckAnswer", "purchasePhoto", "purchaseContact", "purchaseAgreement", "purchaseNote", "purchaseMessage", "purchaseExport", "purchaseReceipt",
  "wishJoin", "jointRequest", "jointRequestPart", "jointRequestAnswer", "block", "privateThread", "privateMessage", "photo", "announcement", "neighbourhoodSuccession", "letterBatch", "figureEvent", "figurePublicity", "municipalPost", "promiseReport", "report", "hiding", "appeal", "secondLook",
  "paperResident", "assistedSession", "assistedEntry", "notice", "noticeChoice", "unsubscription",
] as const;
export type OwnDataTable = (typeof ownDataTables)[number];
