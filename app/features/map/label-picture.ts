import type { StreetLabels } from "../neighbourhood/labels-per-street.server.ts";
import type { Look } from "./look.ts";

const letters = "ABCDEFG";

/** How the labels of a street are spread, 60 by 32 px: a bar as in the list, with the best at the left, and above it the letters of its largest part. */
export function drawLabels(context: CanvasRenderingContext2D, look: Look, groups: StreetLabels["groups"]): void {
  context.beginPath();
  context.roundRect(1.5, 1.5, 57, 29, 4);
  context.fillStyle = look.surface;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = look["ink-soft"];
  context.stroke();
  const whole = groups.reduce((sum, { homes }) => sum + homes, 0);
  const [left, top, width, height] = [6, 19, 48, 7];
  let from = left;
  for (const { best, worst, homes } of groups) {
    const wide = (homes / whole) * width;
    context.globalAlpha = 1 - ((letters.indexOf(best) + letters.indexOf(worst)) / 12) * 0.75;
    context.fillStyle = look.garden;
    context.fillRect(from, top, wide, height);
    context.globalAlpha = 1;
    if (from > left) {
      context.fillStyle = look.surface;
      context.fillRect(from - 0.75, top, 1.5, height);
    }
    from += wide;
  }
  context.lineWidth = 1;
  context.strokeRect(left, top, width, height);
  const { best, worst } = groups.reduce((most, group) => (group.homes > most.homes ? group : most));
  context.fillStyle = look.ink;
  context.font = '700 13px "Atkinson Hyperlegible Next Variable", sans-serif';
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(best === worst ? best : `${best}–${worst}`, 30, 10.5);
}
