import { asWorker } from "../../db/viewer.server.ts";
import { drawPreparations } from "../features/insights/draw/draw-preparations.server.ts";

/** Draws at once: while the process reckons for one, the database is at work for the others. More of them only hold more in memory. */
const atOnce = 3;

/** Draws the figures that moderators asked for, a number of neighbourhoods at a time. No draw takes what another has. */
export async function drawFigures(): Promise<void> {
  const draw = async () => {
    while ((await asWorker((tx) => drawPreparations(tx))) > 0);
  };
  await Promise.all(Array.from({ length: atOnce }, draw));
}
