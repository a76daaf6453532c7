import type { RequestHandler } from "express";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

// No cookie comes along from another site, so there is no telling in which language somebody reads.
const refusal = "Dit verzoek kwam van een andere site. Ga naar de pagina zelf en probeer het daar.\nThis request came from another site. Go to the page itself and try again there.";

/**
 * Refuses a change that another site asks for: browsers say where a request comes from in Sec-Fetch-Site and Origin.
 * A browser that says neither is refused too.
 * @param signedFolder where an address itself says, signed by us, who may change what: no cookie counts there, so that a mail
 *   program may ask for it
 */
export function refuseOtherOrigins(appUrl: string, signedFolder: string): RequestHandler {
  return (request, response, next) => {
    if (reading.has(request.method)) return next();
    if (request.method === "POST" && request.path.startsWith(signedFolder)) {
      // The framework refuses another origin as well; a mail program in a browser has one.
      delete request.headers.origin;
      return next();
    }
    const site = request.get("sec-fetch-site");
    const origin = request.get("origin");
    const own = origin !== undefined && (origin === new URL(appUrl).origin || origin === `${request.protocol}://${request.get("host")}`);
    if (site === "same-origin" || (site === undefined && own)) return next();
    response.status(403).type("text/plain").send(refusal);
  };
}
