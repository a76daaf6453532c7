import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { shareWish } from "../../wishes/share-wish.server.ts";
import { homeWish, neighbourhoodWish, wishAudience } from "../../wishes/wish.schema.server.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";
import { type ItemForm, itemForm } from "./measure.server.ts";

/** A wish for the home of who is helped. */
export const homeWishEntry: AssistedEntry<ItemForm> = {
  kind: "wish",
  form: itemForm,
  read(form, locale) {
    const t = serverT(locale, "wishes");
    const [wish, shared] = [parseForm(homeWish(t), form), parseForm(wishAudience(t), form)];
    if (!wish.ok || !shared.ok) return { ok: false, errors: { ...(wish.ok ? {} : wish.errors), ...(shared.ok ? {} : shared.errors) }, values: wish.values };
    return { ok: true, write: (tx, onBehalf) => shareWish(tx, onBehalf, { scope: "home", ...wish.value, ...shared.value }) };
  },
};

/** A dream for the neighbourhood, which others can join. */
export const neighbourhoodWishEntry: AssistedEntry<ItemForm> = {
  kind: "wish",
  form: itemForm,
  read(form, locale) {
    const t = serverT(locale, "wishes");
    const [wish, shared] = [parseForm(neighbourhoodWish(t), form), parseForm(wishAudience(t), form)];
    if (!wish.ok || !shared.ok) return { ok: false, errors: { ...(wish.ok ? {} : wish.errors), ...(shared.ok ? {} : shared.errors) }, values: wish.values };
    return { ok: true, write: (tx, onBehalf) => shareWish(tx, onBehalf, { scope: "neighbourhood", ...wish.value, ...shared.value }) };
  },
};
