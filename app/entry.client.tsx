import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { createTranslator, TranslatorContext } from "./i18n/use-t.tsx";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TranslatorContext.Provider value={createTranslator()}>
        <RemixBrowser />
      </TranslatorContext.Provider>
    </StrictMode>,
  );
});
