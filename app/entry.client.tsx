import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { createTranslator, TranslatorContext } from "./i18n/use-t.tsx";

/**
 * Waits until the data of the page can be read. RemixBrowser throws the promise of that when it is first called, before any hook;
 * if React were the one to call it first, a key or a tap while it waits would stop the page from ever starting (React error 345).
 */
async function dataOfPage(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (reading) {
    await reading;
  }
}

void dataOfPage().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <TranslatorContext.Provider value={createTranslator()}>
          <RemixBrowser />
        </TranslatorContext.Provider>
      </StrictMode>,
    );
  }),
);
