import { notFound } from "./not-found.server.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The `:id` of an address on our site. @throws 404 when it can't be one, like for one that doesn't exist */
export function idIn(params: { id?: string }): string {
  if (!params.id || !uuid.test(params.id)) throw notFound();
  return params.id;
}
