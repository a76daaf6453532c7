import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "./secrets.server.ts";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id that nobody else could have put into a link, for one purpose: "<id>.<HMAC>". */
export function signId(purpose: string, id: string): string {
  return `${id}.${keyedHash(purpose, id, "base64url")}`;
}

/** The id in what {@link signId} made for the same purpose; null for anything else. */
export function readSignedId(purpose: string, signed: string | undefined): string | null {
  const [id = "", signature = ""] = (signed ?? "").split(".");
  if (!uuid.test(id)) return null;
  const right = Buffer.from(keyedHash(purpose, id, "base64url"));
  const given = Buffer.from(signature);
  return right.length === given.length && timingSafeEqual(right, given) ? id : null;
}
