import type { AssistedEntry } from "./assisted-entry.server.ts";
import type { EntryName } from "./entry-names.ts";
import { measureEntry } from "./measure.server.ts";
import { purchaseChecksEntry } from "./purchase-checks.server.ts";
import { purchaseLeaveEntry } from "./purchase-leave.server.ts";
import { purchaseOrderEntry } from "./purchase-order.server.ts";
import { purchaseRulesEntry } from "./purchase-rules.server.ts";
import { purchaseSignUpEntry } from "./purchase-sign-up.server.ts";
import { purchaseSupplierEntry } from "./purchase-supplier.server.ts";
import { reportEntry } from "./report.server.ts";
import { homeWishEntry, neighbourhoodWishEntry } from "./wish.server.ts";

/** What can be entered for somebody, by its name in the address. */
export const allEntries = {
  maatregel: measureEntry,
  wens: homeWishEntry,
  buurtwens: neighbourhoodWishEntry,
  melding: reportEntry,
  inkoop: purchaseSignUpEntry,
  "inkoop-huis": purchaseChecksEntry,
  "inkoop-leverancier": purchaseSupplierEntry,
  "inkoop-bestelling": purchaseOrderEntry,
  "inkoop-regels": purchaseRulesEntry,
  "inkoop-stoppen": purchaseLeaveEntry,
} satisfies Record<EntryName, AssistedEntry>;
