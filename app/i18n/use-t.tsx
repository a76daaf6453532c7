import { useMatches } from "@remix-run/react";
import { createInstance, type i18n, type TFunction } from "i18next";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Namespace } from "./nl.ts";
import type { SentWords } from "./words.server.ts";

/** Makes the browser's translator; it learns the words that loaders send. */
export function createTranslator(): i18n {
  const translator = createInstance();
  void translator.init({ resources: {}, fallbackLng: false, initAsync: false, interpolation: { escapeValue: false } });
  return translator;
}

/** The translator of this process: one that learns in the browser, one that knows everything on the server. */
export const TranslatorContext = createContext<i18n | null>(null);

type WordsHere = { locale: string; of: (namespace: Namespace) => TFunction<Namespace> };
const WordsContext = createContext<WordsHere | null>(null);

/** Around everything on the page: finds once, for all of its parts, what the loaders of the page sent with `wordsFor`. */
export function Words({ children }: { children: ReactNode }) {
  const translator = useContext(TranslatorContext);
  const matches = useMatches();
  if (!translator) throw new Error("There is no translator around the app.");
  const here = useMemo(() => wordsHere(translator, matches), [translator, matches]);
  return <WordsContext.Provider value={here}>{children}</WordsContext.Provider>;
}

function wordsHere(translator: i18n, matches: { data: unknown }[]): WordsHere {
  let locale = "nl";
  const sentHere = new Set<string>();
  for (const match of matches) {
    const sent = match.data as Partial<SentWords> | undefined;
    if (!sent?.words || !sent.locale) continue;
    locale = sent.locale;
    for (const [namespace, words] of Object.entries(sent.words)) {
      sentHere.add(namespace);
      if (!translator.hasResourceBundle(locale, namespace)) translator.addResourceBundle(locale, namespace, words);
    }
  }
  const of = (namespace: Namespace) => {
    if (!sentHere.has(namespace)) throw new Error(`The words of "${namespace}" were not sent by a loader of this page.`);
    return keptT(translator, locale, namespace);
  };
  return { locale, of };
}

const kept = new WeakMap<i18n, Map<string, TFunction<Namespace>>>();

/** A long list says the same few words in every row, and i18next looks them up anew: those without values are looked up once. */
function keptT(translator: i18n, locale: string, namespace: Namespace): TFunction<Namespace> {
  let ofTranslator = kept.get(translator);
  if (!ofTranslator) kept.set(translator, (ofTranslator = new Map()));
  const name = `${locale} ${namespace}`;
  let t = ofTranslator.get(name);
  if (!t) {
    const found = new Map<string, string>();
    const translate = translator.getFixedT(locale, namespace) as (key: string, values?: object) => string;
    t = ((key: string, values?: object) => {
      if (values) return translate(key, values);
      let text = found.get(key);
      if (text === undefined) found.set(key, (text = translate(key)));
      return text;
    }) as TFunction<Namespace>;
    ofTranslator.set(name, t);
  }
  return t;
}

/**
 * The words of a namespace that a loader on this page sent with `wordsFor`.
 * @throws when no loader of the page sent the namespace: add it to the route's loader
 */
export function useT<N extends Namespace>(namespace: N): TFunction<N> {
  const here = useContext(WordsContext);
  if (!here) throw new Error("useT outside of the page.");
  return here.of(namespace) as TFunction<N>;
}

/** The locale in which this page is shown. */
export function useLocale(): string {
  return useContext(WordsContext)?.locale ?? "nl";
}
