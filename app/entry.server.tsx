import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "./http/nonce-context.ts";
import { safeTrace } from "./http/safe-trace.server.ts";
import { TranslatorContext } from "./i18n/use-t.tsx";
import { serverTranslator } from "./i18n/words.server.ts";

const abortAfter = 5_000;

/** Renders a page. Everything is sent at once: no page waits for slow parts, and proxies get a length of time, not a trickle. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <TranslatorContext.Provider value={serverTranslator()}>
          <RemixServer context={remixContext} url={request.url} abortDelay={abortAfter} nonce={nonce} />
        </TranslatorContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Cache-Control", headers.get("Cache-Control") ?? "private, no-store");
          // React writes in pieces of 2 kB; one buffer costs the socket one write instead of fifty.
          const pieces: Buffer[] = [];
          pipe(
            new Writable({
              write: (piece: Buffer, _encoding, written) => {
                pieces.push(Buffer.from(piece));
                written();
              },
              final: (finished) => {
                resolve(new Response(Buffer.concat(pieces), { headers, status }));
                finished();
              },
            }),
          );
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          console.error("rendering failed:", safeTrace(error));
        },
      },
    );
    setTimeout(abort, abortAfter + 1_000).unref();
  });
}

/** Says in the log what went wrong, without anything that a resident typed. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  // Pages that don't exist are no fault of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const path = new URL(request.url).pathname.replace(/[\w.-]{24,}/g, "…");
  console.error(`${request.method} ${path} failed:`, safeTrace(error));
}
