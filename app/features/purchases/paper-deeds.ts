/** What a helper enters of a purchase, as it stands in addresses. */
export const paperDeeds = ["inkoop", "inkoop-huis", "inkoop-leverancier", "inkoop-bestelling", "inkoop-regels", "inkoop-stoppen"] as const;
export type PaperDeed = (typeof paperDeeds)[number];

/** What is printed for who is helped. */
const printed = ["formulier", "aanbod", "bestelling", "herroeping"] as const;
export type Printed = (typeof printed)[number];
export const isPrinted = (word: string | undefined): word is Printed => printed.some((each) => each === word);
