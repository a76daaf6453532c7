import { isUuid } from "./is-uuid.ts";
import { notFound } from "./not-found.server.ts";

/** The `:id` of an address on our site. @throws 404 when it can't be one, like for one that doesn't exist */
export function idIn({ id }: { id?: string }): string {
  if (!isUuid(id)) throw notFound();
  return id;
}
