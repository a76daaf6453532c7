/** The same keys as the Dutch words, with any text. */
export type Translation<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Translation<Words[Key]> };
