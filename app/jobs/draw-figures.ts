import { asWorker } from "../../db/viewer.server.ts";
import { drawPreparations } from "../features/insights/draw/draw-preparations.server.ts";

/** Draws the figures that moderators asked for, a number of neighbourhoods at a time. */
export async function drawFigures(): Promise<void> {
  while ((await asWorker((tx) => drawPreparations(tx))) > 0);
}
