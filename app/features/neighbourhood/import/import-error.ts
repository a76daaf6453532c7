/**
 * What a person who runs an import can act on: one line that names the file and, where there is one, the record.
 * Anything else that is thrown during an import is a fault of the program and keeps its stack.
 */
export class ImportError extends Error {
  override name = "ImportError";
}
