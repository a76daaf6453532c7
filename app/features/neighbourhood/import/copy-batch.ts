/** Bytes that are gathered before they are sent. */
const BATCH_BYTES = 256 * 1024;

/**
 * Lines for one table, encoded as they come: text that waits as strings would hold on to the chunks of the file from
 * which it was cut.
 */
export class CopyBatch {
  private readonly buffer: Buffer;
  private length = 0;

  /** @param least bytes that must fit in any case */
  constructor(least = 0) {
    this.buffer = Buffer.allocUnsafe(Math.max(BATCH_BYTES, least));
  }

  /** Whether the line fitted; if not, take what is here and begin a new batch with it. */
  add(line: string): boolean {
    // UTF-8 takes at most three bytes for each unit of a string.
    const room = this.buffer.length - this.length;
    if (line.length * 3 > room && Buffer.byteLength(line) > room) return false;
    this.length += this.buffer.write(line, this.length);
    return true;
  }

  /** What was added; only as long as nothing is added again. */
  get lines(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }
}
