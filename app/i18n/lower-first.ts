/** Words as they stand inside a sentence: with a small first letter. */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
