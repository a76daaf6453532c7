import { type ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { stopSharingWithSupplier } from "../features/purchases/supplier-consent.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { serverT } from "../i18n/words.server.ts";

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id, receipts } = await asViewer(resident, async (tx) => {
    const signUp = await ownSignUp(tx, resident, args.params.id);
    await stopSharingWithSupplier(tx, resident, signUp.id);
    return signUp;
  });
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: serverT(resident.locale, "purchases")(receipts.length > 0 ? "supplier.stoppedGiven" : "supplier.stopped") });
}
