import { data } from "@remix-run/node";
import type { z } from "zod";

/** What was typed, to be shown again: a field that was sent more than once is a list. */
export type FormValues = Record<string, string | string[]>;
export type FormErrors = Record<string, string>;
export type ParsedForm<Value> = { ok: true; value: Value; values: FormValues } | { ok: false; errors: FormErrors; values: FormValues };

/**
 * Checks a form against its schema. Names that end in "[]" always give a list. The messages are those of the schema.
 * @returns the value, or per field the first thing that is wrong, with everything that was typed
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData | URLSearchParams): ParsedForm<z.output<Schema>> {
  const values = formValues(form);
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data, values };
  const errors: FormErrors = {};
  for (const issue of result.error.issues) errors[issue.path.length ? String(issue.path[0]) : "form"] ??= issue.message;
  return { ok: false, errors, values };
}

/** All text fields of a form by name; files are left out. In one walk: a form may hold thousands of names. */
export function formValues(form: FormData | URLSearchParams): FormValues {
  const texts = new Map<string, string[]>();
  for (const [name, value] of form) {
    const known = texts.get(name);
    if (known) known.push(...(typeof value === "string" ? [value] : []));
    else texts.set(name, typeof value === "string" ? [value] : []);
  }
  const values = [...texts].flatMap(([name, list]): [string, string | string[]][] => {
    if (name.endsWith("[]")) return [[name.slice(0, -2), list]];
    return list.length ? [[name, list.length > 1 ? list : list[0]!]] : [];
  });
  return Object.fromEntries(values);
}

/** The answer to a form that wasn't right: status 422, the errors and what was typed. */
export function formProblem(form: { errors: FormErrors; values: FormValues }) {
  return data({ errors: form.errors, values: form.values }, { status: 422 });
}
