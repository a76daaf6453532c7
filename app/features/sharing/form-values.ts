import type { FormValues } from "../../http/parse-form.server.ts";

/** What is known of an item as the values of its form; what is unknown is left empty. */
export function formValuesOf(item: Record<string, unknown>): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(item)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") values[name] = String(value);
    else if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) values[name] = value;
  }
  return values;
}
