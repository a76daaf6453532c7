import { drawLabels } from "./label-picture.ts";
import { groupsOf, labelPrefix } from "./street-label-features.ts";
import { spotPrefix } from "./spot-features.ts";
import { catalogue, isMeasureKind, measureGroups } from "../measures/catalogue.ts";
import type { Look } from "./look.ts";
import { pin } from "./layers/own-home.ts";
import { dots } from "./layers/buildings.ts";
import { clearHatching, hatching } from "./layers/shared-flats.ts";

const ratio = 2;

/** A picture as MapLibre takes it; drawn at twice its size for sharp screens. */
export type Picture = { data: ImageData; ratio: number };

/**
 * Draws a picture by its name (see `pictureOf`).
 * @param icons the sprite of the page: the same symbols as in the list
 * @returns null for a name that nobody gave
 */
export function drawPicture(name: string, icons: Element, look: Look): Picture | null {
  if (name === hatching) return draw(12, 12, (context) => hatch(context, look));
  if (name === clearHatching) return draw(12, 12, (context) => hatchClear(context, look));
  if (name === dots) return draw(8, 8, (context) => drawDots(context, look));
  if (name === pin) return draw(44, 52, (context) => drawPin(context, icons, look));
  if (name.startsWith(labelPrefix)) return draw(60, 32, (context) => drawLabels(context, look, groupsOf(name)));
  const [shape, first, second, third] = name.split("|") as [string, string, string, string];
  if (shape === "house" && isMeasureKind(second)) return draw(38, 38, (context) => drawHouse(context, icons, look, first, second, Number(third)));
  if (shape === spotPrefix) return draw(38, 42, (context) => drawSpot(context, icons, look, first, Number(second)));
  if (shape === "flat") return draw(isMeasureKind(second) ? 62 : 42, 34, (context) => drawFlat(context, icons, look, first, second));
  return null;
}

function draw(width: number, height: number, paint: (context: CanvasRenderingContext2D) => void): Picture {
  const canvas = document.createElement("canvas");
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.scale(ratio, ratio);
  paint(context);
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), ratio };
}

/** Done: a filled disc. Planned: an open disc. A wish: an open square with a dashed edge. Several kinds: their number beside it. */
function drawHouse(context: CanvasRenderingContext2D, icons: Element, look: Look, state: string, kind: keyof typeof catalogue, kinds: number): void {
  const colour = look[measureGroups[catalogue[kind].group].colour];
  const outline = new Path2D();
  if (state === "wish") outline.roundRect(5, 6, 27, 27, 8);
  else outline.arc(18.5, 19.5, 14.5, 0, 2 * Math.PI);
  context.lineWidth = 5;
  context.strokeStyle = look.surface;
  context.stroke(outline);
  context.fillStyle = state === "done" ? colour : look.surface;
  context.fill(outline);
  if (state !== "done") {
    context.lineWidth = 2.2;
    context.strokeStyle = colour;
    context.setLineDash(state === "wish" ? [4, 3] : []);
    context.stroke(outline);
    context.setLineDash([]);
  }
  drawIcon(context, icons, kind, 18.5, 19.5, 18.5, state === "done" ? look.surface : colour);
  if (kinds > 1) drawBadge(context, look, 29.5, 8.5, String(kinds));
}

/** A bubble with its point on the street: what stands there first, and how much there is. */
function drawSpot(context: CanvasRenderingContext2D, icons: Element, look: Look, what: string, many: number): void {
  const outline = new Path2D("M8 5 H30 A4 4 0 0 1 34 9 V27 A4 4 0 0 1 30 31 H21 L15 38 V31 H8 A4 4 0 0 1 4 27 V9 A4 4 0 0 1 8 5 Z");
  fillOutlined(context, outline, look.sky, look);
  if (what === "question") write(context, look.surface, "?", 19, 19, 20);
  else drawIcon(context, icons, what, 19, 18, 19, look.surface);
  if (many > 1) drawBadge(context, look, 29.5, 8.5, String(many));
}

function drawBadge(context: CanvasRenderingContext2D, look: Look, x: number, y: number, text: string): void {
  context.beginPath();
  context.arc(x, y, 7.5, 0, 2 * Math.PI);
  context.fillStyle = look.ink;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = look.surface;
  context.stroke();
  write(context, look.surface, text, x, y, 11);
}

function drawFlat(context: CanvasRenderingContext2D, icons: Element, look: Look, homes: string, kind: string): void {
  const width = isMeasureKind(kind) ? 60 : 40;
  context.beginPath();
  context.roundRect(1.5, 2, width - 1, 30, 8);
  context.fillStyle = look.surface;
  context.fill();
  context.lineWidth = 2.2;
  context.strokeStyle = look.garden;
  context.stroke();
  write(context, look.ink, homes, isMeasureKind(kind) ? 19 : 21, 17.5, 16);
  if (isMeasureKind(kind)) drawIcon(context, icons, kind, 43, 17, 18, look.garden);
}

function drawPin(context: CanvasRenderingContext2D, icons: Element, look: Look): void {
  const outline = new Path2D("M22 50 C20 44 6 34 6 19 A16 16 0 0 1 38 19 C38 34 24 44 22 50 Z");
  fillOutlined(context, outline, look.brick, look);
  drawIcon(context, icons, "home", 22, 19, 20, look.surface);
}

/** A shape with a light edge around it, so that it stands out from what is below. */
function fillOutlined(context: CanvasRenderingContext2D, outline: Path2D, colour: string, look: Look): void {
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = look.surface;
  context.stroke(outline);
  context.fillStyle = colour;
  context.fill(outline);
}

function hatch(context: CanvasRenderingContext2D, look: Look): void {
  context.fillStyle = look["map-building"];
  context.fillRect(0, 0, 12, 12);
  context.strokeStyle = look.garden;
  context.globalAlpha = 0.55;
  context.lineWidth = 1.5;
  for (const shift of [-12, -6, 0, 6, 12]) {
    context.beginPath();
    context.moveTo(shift - 1, 13);
    context.lineTo(shift + 13, -1);
    context.stroke();
  }
}

/** Light lines with dark ones on them: to be seen on every colour of a class. */
function hatchClear(context: CanvasRenderingContext2D, look: Look): void {
  for (const [colour, width] of [[look.surface, 3], [look.garden, 1.5]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    for (const shift of [-12, 0, 12]) {
      context.beginPath();
      context.moveTo(shift - 1, 13);
      context.lineTo(shift + 13, -1);
      context.stroke();
    }
  }
}

function drawDots(context: CanvasRenderingContext2D, look: Look): void {
  context.fillStyle = look["map-building"];
  context.fillRect(0, 0, 8, 8);
  context.fillStyle = look["map-class-line"];
  for (const at of [2, 6]) {
    context.beginPath();
    context.arc(at, at, 1.1, 0, 2 * Math.PI);
    context.fill();
  }
}

function write(context: CanvasRenderingContext2D, colour: string, text: string, x: number, y: number, size: number): void {
  context.fillStyle = colour;
  context.font = `700 ${size}px "Atkinson Hyperlegible Next Variable", sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y);
}

function drawIcon(context: CanvasRenderingContext2D, icons: Element, name: string, x: number, y: number, size: number, colour: string): void {
  const symbol = icons.querySelector(`#kind-${name}`);
  if (!symbol) return;
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 24, size / 24);
  context.strokeStyle = colour;
  context.lineWidth = 2.2;
  context.lineCap = context.lineJoin = "round";
  for (const element of symbol.querySelectorAll("path, circle, rect, line, polyline, polygon, ellipse")) context.stroke(pathOf(element));
  context.restore();
}

function pathOf(element: Element): Path2D {
  const number = (name: string) => Number(element.getAttribute(name) ?? 0);
  const path = new Path2D(element.getAttribute("d") ?? "");
  if (element.tagName === "circle") path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
  if (element.tagName === "ellipse") path.ellipse(number("cx"), number("cy"), number("rx"), number("ry"), 0, 0, 2 * Math.PI);
  if (element.tagName === "rect") path.roundRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
  if (element.tagName === "line") {
    path.moveTo(number("x1"), number("y1"));
    path.lineTo(number("x2"), number("y2"));
  }
  if (element.tagName === "polyline" || element.tagName === "polygon") {
    return new Path2D(`M${element.getAttribute("points")}${element.tagName === "polygon" ? "Z" : ""}`);
  }
  return path;
}
