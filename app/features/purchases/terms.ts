/** The version of the terms under which is ordered now; a changed text gets a new one. */
export const termsVersion = "1";
/** The parts of the terms, in the order of the page. */
export const termsParts = ["who", "price", "coolingOff", "threshold", "supplier", "data", "dispute"] as const;
