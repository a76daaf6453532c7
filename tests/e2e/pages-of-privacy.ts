import type { Way } from "./ways.ts";

/** Pages about what one shares, as the first of the demo sees them. */
export const privacyPages: Record<string, string | Way> = {
  "toestemmingen._index": "/toestemmingen",
  "toestemmingen.archief._index": "/toestemmingen/archief",
  "toestemmingen.terugzetten": "/toestemmingen/terugzetten",
  "toestemmingen.bekijk-als": "/toestemmingen/bekijk-als",
  "toestemmingen.bekijk-als buurt": "/toestemmingen/bekijk-als?als=buurt",
  "toestemmingen.bekijk-als beheerder": "/toestemmingen/bekijk-als?als=beheerder",
  "toestemmingen.bekijk-als gemeente": "/toestemmingen/bekijk-als?als=gemeente",
  "toestemmingen.alles-intrekken": "/toestemmingen/alles-intrekken",
  "toestemmingen.vertrek": "/toestemmingen/vertrek",
};
