import { useFetcher } from "@remix-run/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useT } from "../../i18n/use-t.tsx";

/** Where the server says what to sign, and where its answer goes. */
type Places = { ask: string; send: string; deed: "make" | "use" };

/**
 * The talk between server, browser and device about a passkey. The code for it is fetched only by a browser that can do it,
 * when the page is there.
 * @returns `able` null until that is known; `begin` sends the fields along with the answer; `problem` in words
 */
export function usePasskey({ ask, send, deed }: Places) {
  const t = useT("passkeys");
  const fetcher = useFetcher<{ problem: string }>();
  const able = useSyncExternalStore(whileItStays, isAble, unknown);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (able) void import("./ask-browser.client.ts");
  }, [able]);
  const begin = async (fields: Record<string, string>) => {
    setProblem(null);
    setAsking(true);
    const said = await import("./ask-browser.client.ts").then(
      ({ askBrowser }) => askBrowser(ask, deed),
      () => ({ trouble: "failed" }) as const,
    );
    setAsking(false);
    if ("answer" in said) fetcher.submit({ ...fields, answer: said.answer }, { method: "post", action: send });
    else setProblem("problem" in said ? said.problem : t(`trouble.${said.trouble}`));
  };
  const busy = asking || fetcher.state !== "idle";
  return { able, busy, begin, problem: busy ? null : (problem ?? fetcher.data?.problem ?? null) };
}

// The server can't know, so the page begins without it.
const unknown = (): boolean | null => null;
const isAble = (): boolean | null => "PublicKeyCredential" in window;
const whileItStays = () => () => {};
