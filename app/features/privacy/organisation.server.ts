import { env } from "../../env.server.ts";

/** Who runs this site and how to reach them, as the public pages say it; what is not set is left out. */
export function organisation() {
  const { ORGANISATION_NAME: name, ORGANISATION_ADDRESS: address, ORGANISATION_PHONE: phone, ORGANISATION_EMAIL: email } = env();
  return { name, address, phone, email };
}
