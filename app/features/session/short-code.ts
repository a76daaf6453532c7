// Letters and digits that nobody mistakes for one another in print or when read aloud, and that spell no words.
export const codeAlphabet = "CDFHJKMNPRTVWXY2346789";
export const codeLength = 8;

/** A code from bytes that nobody can guess; 16 bytes make the bias of the remainder smaller than 2^-90. */
export function codeFrom(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes.subarray(0, 16)).toString("hex")}`);
  let code = "";
  for (let place = 0; place < codeLength; place++) {
    code += codeAlphabet[Number(rest % BigInt(codeAlphabet.length))];
    rest /= BigInt(codeAlphabet.length);
  }
  return code;
}

/** A code as it is shown: "CDFH-JKMN". */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What somebody typed, without spaces, dashes and small letters; null when it can't be a code. */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/[\s.-]/g, "");
  return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : null;
}
