import { writeSync } from "node:fs";
import { orderPurchase } from "../../app/features/purchases/order.server.ts";
import { stepSignUp } from "../../app/features/purchases/step.server.ts";
import { asViewer, type ViewerSettings } from "../../db/viewer.server.ts";

// A process that orders for one after the other, and takes every third order back, until somebody kills it or all have ordered.
// Every line it writes is a promise: that deed was acknowledged.
const waiting = JSON.parse(process.env.ATTACK_SIGN_UPS!) as { id: string; who: ViewerSettings }[];
const promise = (deed: string, id: string) => writeSync(1, `${deed} ${id}\n`);

for (const [turn, { id, who }] of waiting.entries()) {
  const outcome = await asViewer(who, (tx) => orderPurchase(tx, id, { offerVersion: 1, adult: true, termsVersion: "1" }));
  promise(String(outcome), id);
  if (turn % 3 !== 2) continue;
  await asViewer(who, (tx) => stepSignUp(tx, id, { to: "withdrawn" }));
  promise("withdrawn", id);
}
promise("done", "");
await new Promise(() => setInterval(() => {}, 1000));
