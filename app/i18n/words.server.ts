import { createInstance, type i18n, type TFunction } from "i18next";
import type { Locale } from "../../db/schema/auth.ts";
import { en } from "./en.ts";
import { type Namespace, nl } from "./nl.ts";

const all = { nl, en } satisfies Record<Locale, unknown>;

/** The words of some namespaces, for a loader to send along: dictionaries themselves stay on the server. */
export type SentWords = { locale: Locale; words: Partial<Record<Namespace, object>> };

/**
 * Words for the page that a loader serves; a component reads them with `useT(namespace)`.
 * Spread it into what the loader returns: `return { ...wordsFor(viewer.locale, "measures"), … }`.
 */
export function wordsFor(locale: Locale, ...namespaces: Namespace[]): SentWords {
  return { locale, words: Object.fromEntries(namespaces.map((namespace) => [namespace, all[locale][namespace]])) };
}

let server: i18n | undefined;

/** The translator of the server, which knows all words in all languages; for every request the same. */
export function serverTranslator(): i18n {
  if (!server) {
    server = createInstance();
    void server.init({ resources: all, fallbackLng: false, initAsync: false, interpolation: { escapeValue: false }, ns: Object.keys(nl) });
  }
  return server;
}

/** Translates on the server: mails, letters, error messages, titles. */
export function serverT<N extends Namespace>(locale: Locale, namespace: N): TFunction<N> {
  return serverTranslator().getFixedT(locale, namespace) as TFunction<N>;
}
