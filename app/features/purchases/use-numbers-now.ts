import { useState } from "react";
import { useLive } from "../live/use-live.ts";
import { numbersNow } from "./numbers-now.ts";
import type { PurchaseNumbers } from "./purchase-numbers.server.ts";

type Page = { purchase: { id: string } & Omit<PurchaseNumbers, "counts">; counts: PurchaseNumbers["counts"]; rules: Parameters<typeof numbersNow>[0]; share: number };

/** The numbers of the page of a purchase, and from then on those that the site tells, until the page is read again. */
export function useNumbersNow(page: Page) {
  const [heard, setHeard] = useState<{ after: Page; numbers: PurchaseNumbers } | null>(null);
  useLive("purchase", page.purchase.id, (numbers) => setHeard({ after: page, numbers: numbers as PurchaseNumbers }));
  const numbers = heard?.after.purchase === page.purchase ? heard.numbers : { ...page.purchase, counts: page.counts };
  return { ...numbersNow(page.rules, numbers, page.share), counts: numbers.counts };
}
