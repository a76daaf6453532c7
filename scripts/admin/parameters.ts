import { z } from "zod";

/**
 * Reads the parameters of a verb: words in their order, and options such as `--neighbourhood CODE`.
 * @throws with how to call the verb, when a word or option is missing, or there is one too many
 */
export function readParameters(usage: string, parameters: readonly string[], wanted: { words: number; options?: readonly string[] }): { words: string[]; options: Record<string, string> } {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (let place = 0; place < parameters.length; place++) {
    const parameter = parameters[place]!;
    const name = parameter.startsWith("--") ? parameter.slice(2) : null;
    if (name === null) words.push(parameter);
    else if (wanted.options?.includes(name)) options[name] = parameters[++place] ?? "";
    else throw wrong(usage, `There is no ${parameter} here.`);
  }
  const missing = wanted.options?.find((name) => !options[name]);
  if (missing) throw wrong(usage, `--${missing} is missing.`);
  if (words.length !== wanted.words) throw wrong(usage, words.length < wanted.words ? "Something is missing." : `Too much: ${words.slice(wanted.words).join(" ")}.`);
  return { words, options };
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
