import { createContext } from "react";

/** The nonce of the page's scripts, known while the server renders; a browser never shows it to scripts afterwards. */
export const NonceContext = createContext<string | undefined>(undefined);
