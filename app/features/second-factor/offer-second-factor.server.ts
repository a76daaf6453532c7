import { qrPath } from "../../http/qr-path.server.ts";
import { seal, unseal } from "../../http/sealing.server.ts";
import { newTotpSecret, totpUri } from "./totp.ts";

/** For so many milliseconds the page with the QR code may be used. */
const validFor = 60 * 60 * 1000;

export type Offer = {
  /** The secret for the form to bring back, sealed for this account; nothing is stored before a code proves that it works. */
  sealed: string;
  /** The secret in groups of four, for who can't scan. */
  key: string;
  qr: { size: number; path: string };
  /** Opens the app on the phone that shows this page. */
  uri: string;
};

/** What the set-up page shows; an earlier offer stays the same when its form comes back with an error. */
export function offerSecondFactor(accountId: string, email: string, earlier?: string | null): Offer {
  const known = earlier ? secretOfOffer(accountId, earlier) : null;
  const secret = known ?? newTotpSecret();
  const uri = totpUri(secret, email);
  return {
    sealed: known ? earlier! : seal("totp offer", accountId, JSON.stringify({ secret, until: Date.now() + validFor })),
    key: secret.match(/.{1,4}/g)!.join(" "),
    qr: qrPath(uri),
    uri,
  };
}

/** The secret in an offer; null when it is someone else's, too old or made up. */
export function secretOfOffer(accountId: string, sealed: string): string | null {
  const text = unseal("totp offer", accountId, sealed);
  if (!text) return null;
  const { secret, until } = JSON.parse(text) as { secret: string; until: number };
  return until > Date.now() ? secret : null;
}
