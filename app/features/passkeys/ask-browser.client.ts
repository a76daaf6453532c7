import { startAuthentication, startRegistration } from "@simplewebauthn/browser";

/** What the browser said, as text for a form; or what went wrong, in a word or in a sentence of the server. */
export type BrowserSaid = { answer: string } | { trouble: "cancelled" | "already" | "unable" | "failed" } | { problem: string };

/**
 * Asks the server what to sign and has the browser ask for a finger, a face or a PIN.
 * @param path where the server says what to sign
 */
export async function askBrowser(path: string, deed: "make" | "use"): Promise<BrowserSaid> {
  try {
    const response = await fetch(path, { method: "POST" });
    const options = await response.json();
    if (!response.ok) return options.problem ? { problem: options.problem } : { trouble: "failed" };
    const said = deed === "make" ? await startRegistration({ optionsJSON: options }) : await startAuthentication({ optionsJSON: options });
    return { answer: JSON.stringify(said) };
  } catch (error) {
    return { trouble: troubles[(error as Error).name] ?? "failed" };
  }
}

// By the names that the standard gives; the library keeps them.
const troubles: Record<string, "cancelled" | "already" | "unable"> = {
  NotAllowedError: "cancelled",
  AbortError: "cancelled",
  InvalidStateError: "already",
  NotSupportedError: "unable",
  ConstraintError: "unable",
  SecurityError: "unable",
};
