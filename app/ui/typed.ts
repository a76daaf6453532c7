/** What was typed in a field of one line or text, to be shown again. */
export function typed(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value;
}
