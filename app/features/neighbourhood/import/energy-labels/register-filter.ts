/** 64 million bits: 8 MB, however large the register. */
const BITS = 2 ** 26;
const PROBES = 3;

/**
 * Says of a text whether it may be one that was added: never no when it was, and rarely yes when it was not (for a million
 * dwellings with their addresses about once in a thousand, for ten million once in five). What it lets through too much falls away in
 * the database; without it all labels of the country would be sent there.
 */
export class RegisterFilter {
  private readonly bits = new Uint32Array(BITS / 32);

  add(text: string): void {
    let [place, step] = hashes(text);
    for (let probe = 0; probe < PROBES; probe++, place = (place + step) >>> 0) {
      const bit = place % BITS;
      this.bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  mayHave(text: string): boolean {
    let [place, step] = hashes(text);
    for (let probe = 0; probe < PROBES; probe++, place = (place + step) >>> 0) {
      const bit = place % BITS;
      if ((this.bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }
}

/** Two hashes from one pass (FNV-1a, mixed as in MurmurHash3), of which the others are made. */
function hashes(text: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
  }
  return [mixed(a), mixed(b) | 1];
}

function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
