/**
 * What a log may say of an error: where it happened, and of a failed statement its text and the database's code. The
 * messages of a database repeat what somebody typed.
 */
export function safeTrace(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const chain = causesOf(error);
  const code = chain.map((each) => (each as { code?: unknown }).code).find((each) => typeof each === "string" && /^[0-9A-Z]{5}$/.test(each));
  const query = chain.map((each) => (each as { query?: unknown }).query).find((each) => typeof each === "string");
  if (code === undefined && query === undefined) return error.stack ?? error.name;
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name}, code ${code ?? "unknown"}: ${query ?? "no statement"}`, ...places].join("\n");
}

function causesOf(error: Error): Error[] {
  return error.cause instanceof Error ? [error, ...causesOf(error.cause)] : [error];
}
