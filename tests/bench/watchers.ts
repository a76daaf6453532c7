import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";

const atOnce = 50;

/**
 * Opens live connections, a few at a time, and gives them a moment to be followed.
 * @param cookies of each connection
 * @param hears called with the number of a connection and the name of the event whenever it hears of a change: "changed", or "numbers" with their line
 * @throws when a connection is refused
 */
export async function openWatchers(port: number, path: string, cookies: readonly string[], hears: (number: number, event: string, line: string) => void): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const open = (number: number) =>
    new Promise<void>((opened, failed) => {
      request({ port, host: "127.0.0.1", path, agent, headers: { cookie: cookies[number] } }, (response) => {
        if (response.statusCode !== 200) return failed(new Error(`connection ${number}: ${response.statusCode}`));
        // Whoever measures ends the server when it is done.
        response.on("error", () => {});
        let said = "";
        response.on("data", (piece: Buffer) => {
          const events = (said + piece.toString()).split("\n\n");
          said = events.pop()!;
          for (const each of events) {
            const [, event, line] = /^event: (\w+)\ndata: ?(.*)$/.exec(each) ?? [];
            if (event) hears(number, event, line!);
          }
        });
        opened();
      })
        .on("error", failed)
        .end();
    });
  for (let from = 0; from < cookies.length; from += atOnce) await Promise.all(cookies.slice(from, from + atOnce).map((_, i) => open(from + i)));
  await wait(1_000);
}

/** What a page answers on a connection of its own: one that is kept could be closed while it is asked. */
export async function readOnce(port: number, path: string, cookie: string): Promise<string> {
  const response = await new Promise<IncomingMessage>((answered, failed) => request({ port, host: "127.0.0.1", path, agent: false, headers: { cookie } }, answered).on("error", failed).end());
  return text(response);
}
