import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { database } from "./client.server.ts";

export type Listening = { stop: () => Promise<void> };

const firstPause = 250;
const longestPause = 5_000;

/**
 * Hears what is notified on a channel of this process's database, on a connection of its own, and listens again by itself after the database was away.
 * @param channel a plain name
 * @param heard gets the payload of each notification
 * @param again is called after a gap, in which notifications may have been missed
 */
export async function listenTo(channel: string, heard: (payload: string) => void, again: () => void): Promise<Listening> {
  if (!/^[a-z_]+$/.test(channel)) throw new Error(`${channel} is no name of a channel.`);
  const connection = await database();
  if (connection.pglite) return { stop: await connection.pglite.listen(channel, heard) };
  const state = { stopped: false, returning: false };
  const options = {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: `buurhof ${channel}` },
    onnotify: (_channel: string, payload: string) => heard(payload),
    onclose: () => void comeBack(),
  };
  const client = postgres(connection.url!, options);
  const begin = () => client.unsafe(`listen ${channel}`);
  async function comeBack(): Promise<void> {
    if (state.stopped || state.returning) return;
    state.returning = true;
    for (let pause = firstPause; !state.stopped; pause = Math.min(2 * pause, longestPause)) {
      await wait(pause, undefined, { ref: false });
      const back = await begin().then(() => true, () => false);
      if (!back) continue;
      state.returning = false;
      if (!state.stopped) again();
      return;
    }
  }
  await begin();
  return {
    stop: async () => {
      state.stopped = true;
      await client.end({ timeout: 2 });
    },
  };
}
