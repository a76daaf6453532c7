import { z } from "zod";
import { today } from "../../app/features/roles/role-days.ts";

/**
 * Reads the parameters of a verb: words in their order, and options such as `--neighbourhood CODE`; those of `mayHave` may be
 * left out.
 * @throws with how to call the verb, when a word or option is missing, or there is one too many
 */
export function readParameters(usage: string, parameters: readonly string[], wanted: { words: number; options?: readonly string[]; mayHave?: readonly string[] }): { words: string[]; options: Record<string, string> } {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (let place = 0; place < parameters.length; place++) {
    const parameter = parameters[place]!;
    const name = parameter.startsWith("--") ? parameter.slice(2) : null;
    if (name === null) words.push(parameter);
    else if (wanted.options?.includes(name) || wanted.mayHave?.includes(name)) options[name] = parameters[++place] ?? "";
    else throw wrong(usage, `There is no ${parameter} here.`);
  }
  const missing = wanted.options?.find((name) => !options[name]);
  if (missing) throw wrong(usage, `--${missing} is missing.`);
  if (words.length !== wanted.words) throw wrong(usage, words.length < wanted.words ? "Something is missing." : `Too much: ${words.slice(wanted.words).join(" ")}.`);
  return { words, options };
}

/** A last day, today at the earliest; null where none was given. @throws when it isn't a day */
export function readDay(text: string | undefined): string | null {
  if (text === undefined) return null;
  const day = z.iso.date().safeParse(text);
  if (!day.success || day.data < today()) throw new Error(`"${text}" is not a day from today on, written as 2027-12-31.`);
  return day.data;
}

/** @throws when the text isn't an e-mail address */
export function readEmail(text: string): string {
  const email = z.email().safeParse(text.trim().toLowerCase());
  if (!email.success) throw new Error(`"${text}" is not an e-mail address.`);
  return email.data;
}

function wrong(usage: string, message: string): Error {
  return new Error(`${message} Usage:\n${usage}`);
}
