import { asWorker } from "../../db/viewer.server.ts";
import { drawPreparations } from "../features/insights/draw/draw-preparations.server.ts";

/**
 * Draws the figures that moderators asked for, a number of neighbourhoods at a time; by two at once, for while one reckons the
 * database is free for the other. Neither takes what the other has.
 */
export async function drawFigures(): Promise<void> {
  const draw = async () => {
    while ((await asWorker((tx) => drawPreparations(tx))) > 0);
  };
  await Promise.all([draw(), draw()]);
}
