import { useMatches } from "@remix-run/react";
import { createInstance, type i18n, type TFunction } from "i18next";
import { createContext, useContext } from "react";
import type { Namespace } from "./nl.ts";
import type { SentWords } from "./words.server.ts";

/** Makes the translator that one rendering of the app shares; words are added as loaders send them. */
export function createTranslator(): i18n {
  const translator = createInstance();
  void translator.init({ resources: {}, fallbackLng: false, initAsync: false, interpolation: { escapeValue: false } });
  return translator;
}

export const TranslatorContext = createContext<i18n | null>(null);

/**
 * The words of a namespace that a loader on this page sent with `wordsFor`.
 * @throws when no loader of the page sent the namespace: add it to the route's loader
 */
export function useT<N extends Namespace>(namespace: N): TFunction<N> {
  const translator = useContext(TranslatorContext);
  const matches = useMatches();
  if (!translator) throw new Error("useT outside of the app");
  let locale: string | undefined;
  for (const match of matches) {
    const sent = match.data as Partial<SentWords> | undefined;
    if (!sent?.words || !sent.locale) continue;
    locale = sent.locale;
    const words = sent.words[namespace];
    if (words && !translator.hasResourceBundle(sent.locale, namespace)) translator.addResourceBundle(sent.locale, namespace, words);
  }
  if (!locale || !translator.hasResourceBundle(locale, namespace)) throw new Error(`The words of "${namespace}" were not sent by a loader of this page.`);
  return translator.getFixedT(locale, namespace) as TFunction<N>;
}

/** The locale in which this page is shown. */
export function useLocale(): string {
  const matches = useMatches();
  return (matches.findLast((match) => (match.data as Partial<SentWords> | undefined)?.locale)?.data as SentWords | undefined)?.locale ?? "nl";
}
