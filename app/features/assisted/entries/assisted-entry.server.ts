import type { Locale } from "../../../../db/schema/choices.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import type { FormErrors, FormValues } from "../../../http/parse-form.server.ts";
import type { Assisting } from "../../session/require-assisting.server.ts";
import type { Resident } from "../../session/viewer.ts";

/** A form that was read: how to write it as the person who is helped, or what is wrong in it. */
export type ReadEntry =
  | {
      ok: true;
      /** A neighbour's thing that it is about: the helper must be able to see that with their own eyes. */
      seen?: string;
      /**
       * @returns the id of what was made; null when what it is about isn't there
       * @throws {NotEntered} when it cannot be now
       */
      write: (tx: ViewerTx, onBehalf: Resident) => Promise<string | null>;
    }
  | { ok: false; errors: FormErrors; values: FormValues };

/**
 * One kind of thing that a helper can enter for somebody. A new kind is a file of its own beside this one, a form for the
 * browser in a second, and a line in both lists (all-entries.server.ts, all-forms.tsx).
 */
export type AssistedEntry<FormData_ extends object = object> = {
  /** As the log keeps it. */
  kind: string;
  /** What its form needs beside what was typed. */
  form: (assisting: Assisting, soort: string) => Promise<FormData_>;
  /** Where it is entered from and shown after, beneath the session; the session itself where there is nothing here. */
  home?: (soort: string) => string;
  /** Reads its form; messages are in the language of who helps. The writing calls the verb that residents themselves use. */
  read: (form: FormData, locale: Locale) => ReadEntry;
};
