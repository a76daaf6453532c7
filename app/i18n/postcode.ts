/** A postcode of the register (1234AB) as it is written on a letter: 1234 AB. Nothing where the register has none. */
export function writtenPostcode(postcode: string | null): string {
  return postcode ? `${postcode.slice(0, 4)} ${postcode.slice(4)}` : "";
}
