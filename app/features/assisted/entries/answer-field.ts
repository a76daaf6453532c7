/** The name of the field of a question about the home, by its place. */
export const answerField = (index: number): string => `antwoord${index + 1}`;
