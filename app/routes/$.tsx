import { allowEveryone } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** Whatever has no page: the frame and the words of the site around "not found". */
export function loader() {
  allowEveryone();
  throw notFound();
}

export default function Missing() {
  return null;
}
