/** The one answer to what does not exist and to what this viewer may not see: same status, same body, in whatever language. */
export function notFound(): Response {
  return new Response("Niet gevonden. Not found.", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
