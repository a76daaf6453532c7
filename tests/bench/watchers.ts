import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const atOnce = 50;

/**
 * Opens live connections, a few at a time, and gives them a moment to be followed.
 * @param cookies of each connection
 * @param changed called with the number of a connection whenever it hears of a change
 * @throws when a connection is refused
 */
export async function openWatchers(port: number, path: string, cookies: readonly string[], changed: (number: number) => void): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const open = (number: number) =>
    new Promise<void>((opened, failed) => {
      request({ port, host: "127.0.0.1", path, agent, headers: { cookie: cookies[number] } }, (response) => {
        if (response.statusCode !== 200) return failed(new Error(`connection ${number}: ${response.statusCode}`));
        // Whoever measures ends the server when it is done.
        response.on("error", () => {});
        response.on("data", (piece: Buffer) => {
          if (piece.includes("changed")) changed(number);
        });
        opened();
      })
        .on("error", failed)
        .end();
    });
  for (let from = 0; from < cookies.length; from += atOnce) await Promise.all(cookies.slice(from, from + atOnce).map((_, i) => open(from + i)));
  await wait(1_000);
}
