/**
 * A path within this site from text that a visitor could have made up, such as `?terug=`. Refuses other hosts in all
 * the ways in which browsers read them: `//host`, `/\host`, and tabs or line ends between the slashes.
 * @returns the path, or `otherwise`
 */
export function safePath(text: string | null | undefined, otherwise: string): string {
  return text && text.length <= 500 && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) ? text : otherwise;
}
