import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { ImportError } from "./import-error.ts";

/** The SHA-256 of a file in hexadecimals. @throws ImportError when it cannot be read */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await using handle = await open(file);
    const buffer = Buffer.allocUnsafe(64 * 1024);
    for (;;) {
      const { bytesRead } = await handle.read(buffer);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
    }
  } catch (error) {
    throw new ImportError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
  return hash.digest("hex");
}
