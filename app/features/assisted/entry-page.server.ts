import { asViewer, AssistingOver } from "../../../db/viewer.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { formValues, type FormErrors, type FormValues } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { homeTraits } from "../neighbourhood/homes-like-mine.server.ts";
import { type Assisting, assistingIn } from "../session/require-assisting.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { Refused } from "../sharing/refused.ts";
import type { BannerFacts } from "./banner.tsx";
import { bannerOf } from "./banner.server.ts";
import { beginSession } from "./begin-session.server.ts";
import { allEntries } from "./entries/all-entries.server.ts";
import type { AssistedEntry } from "./entries/assisted-entry.server.ts";
import type { EntryName } from "./entries/entry-names.ts";
import { NotEntered } from "./entries/not-entered.ts";
import { saveEntry } from "./save-entry.server.ts";

/** A form of a running session; `needsKind` while it isn't chosen what it is about. */
export type OpenForm = { banner: BannerFacts; data: object; needsKind: boolean; /** Where it is entered from. */ back: string };
/** What an entry's page shows in answer to a form. `over`: the session ended; what was typed is kept on the page. */
export type EntryAnswer = { values: FormValues; errors: FormErrors; over: boolean; /** The session that began anew, with its form. */ open: OpenForm | null };

/** The form of an entry in a running session. */
export async function openForm(assisting: Assisting, name: EntryName, kind: string): Promise<OpenForm> {
  const entry = allEntries[name];
  const data = await entry.form(assisting, kind);
  return { banner: bannerOf(assisting), data, back: homeOf(assisting.session.id, name, kind), needsKind: (name === "maatregel" || name === "wens") && "kind" in data && data.kind === null };
}

/** Where something is entered from, and shown after. */
function homeOf(sessionId: string, name: EntryName, about: string): string {
  const entry: Pick<AssistedEntry, "home"> = allEntries[name];
  return `/helpen/${sessionId}${entry.home?.(about) ?? ""}`;
}

/** The kind of home, which orders the kinds of measures. */
export async function dwellingTypeOf({ onBehalf }: Assisting) {
  return (await asViewer(onBehalf, (tx) => homeTraits(tx, onBehalf)))?.dwellingType ?? null;
}

/**
 * Takes in the form of an entry. When the session ended meanwhile nothing is kept but the page itself, which asks to begin
 * anew; that form brings along what was typed, and shows it again in the new session.
 */
export async function answerEntry(helper: AccountViewer, assisting: Assisting | null, id: string, name: EntryName, form: FormData): Promise<Response | EntryAnswer> {
  const values = formValues(form);
  const over = { values, errors: {}, over: true, open: null };
  if (form.has("opnieuw")) return beginAnew(helper, id, name, form);
  if (!assisting) return over;
  const read = allEntries[name].read(form, helper.locale);
  if (!read.ok) return { values, errors: read.errors, over: false, open: null };
  try {
    if (await saveEntry(assisting, allEntries[name], read)) return await redirectWithFlash(homeOf(id, name, aboutOf(values)), { text: serverT(helper.locale, "assisted")("session.saved") });
    return { values, errors: { item: serverT(helper.locale, "assisted")("errors.itemGone") }, over: false, open: null };
  } catch (error) {
    if (error instanceof AssistingOver) return over;
    if (error instanceof NotEntered) return { values, errors: error.errors, over: false, open: null };
    if (error instanceof Refused) return { values, errors: { audience: serverT(helper.locale, "measures")(`refusals.${error.reason}`) }, over: false, open: null };
    throw error;
  }
}

async function beginAnew(helper: AccountViewer, id: string, name: EntryName, form: FormData): Promise<EntryAnswer> {
  const begun = await beginSession(helper, { again: id }, form);
  const values = formValues(form);
  if ("problem" in begun) return { values, errors: begun.problem.errors, over: true, open: null };
  const assisting = await assistingIn(helper, begun.id);
  return { values, errors: {}, over: assisting === null, open: assisting && (await openForm(assisting, name, aboutOf(values))) };
}

/** What a form says it is about: a kind of measure, or a purchase. */
function aboutOf({ kind, inkoop }: FormValues): string {
  return typeof inkoop === "string" ? inkoop : typeof kind === "string" ? kind : "";
}
