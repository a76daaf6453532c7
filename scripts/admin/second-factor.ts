import { resetSecondFactor } from "../../app/features/second-factor/reset-second-factor.server.ts";
import type { Connection } from "../../db/connection.ts";
import { readEmail, readParameters } from "./parameters.ts";

export const usage = "second-factor reset EMAIL                    for who lost phone, passkeys and recovery codes: logs out everywhere, is set up anew";

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  const { words } = readParameters(usage, parameters, { words: 2 });
  const [deed, email] = [words[0], readEmail(words[1]!)];
  if (deed !== "reset") throw new Error(`There is no "second-factor ${deed}". Usage:\n${usage}`);
  if (await resetSecondFactor(email)) return `${email} has no second step any more and is logged out; it is asked for at the next log-in`;
  throw new Error(`${email} has no second step.`);
}
