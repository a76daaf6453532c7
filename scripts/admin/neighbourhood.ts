import { serveNeighbourhood } from "../../app/features/neighbourhood/serve-neighbourhood.server.ts";
import type { Connection } from "../../db/connection.ts";
import { neighbourhoodName } from "./known-places.ts";
import { readParameters } from "./parameters.ts";

export const usage = `neighbourhood serve CODE [--by COOPERATIVE]   opens it for sign-ups; a job tells who waited
neighbourhood unserve CODE                   closes it for new sign-ups; households that joined stay`;

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  const { words, options } = readParameters(usage, parameters, { words: 2, mayHave: ["by"] });
  const [deed, code] = words as [string, string];
  if (deed !== "serve" && deed !== "unserve") throw new Error(`There is no "neighbourhood ${deed}". Usage:\n${usage}`);
  const name = await neighbourhoodName(code);
  const done = await serveNeighbourhood(code, deed === "serve", deed === "serve" ? options.by : undefined);
  const state = deed === "serve" ? "is open for sign-ups" : "is closed for new sign-ups";
  const by = deed === "serve" && options.by ? `, served by ${options.by}` : "";
  return `${name} (${code}) ${state}${by}${done?.changed ? "" : ", as it was"}`;
}
