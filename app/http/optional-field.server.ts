import { z } from "zod";

/** A field that may be left empty: what is blank or absent becomes null, the rest is checked by the schema. */
export function optionalField<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : value),
    schema.nullish().transform((value) => value ?? null),
  );
}
