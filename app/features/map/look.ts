/** Colour tokens that the map uses; their values stand in the app's tokens.css. */
export const mapTokens = [
  "map-land", "map-water", "map-green", "map-garden", "map-paved", "map-street", "map-path", "map-edge", "map-rail", "map-tree", "map-building", "map-building-line", "map-shed",
  "map-label", "map-beyond", "paper", "surface", "ink", "ink-soft", "line-strong", "garden", "brick", "sun", "sky", "plum",
  "map-class-1", "map-class-2", "map-class-3", "map-class-4", "map-class-5", "map-class-6", "map-class-7", "map-class-line",
] as const;
export type MapToken = (typeof mapTokens)[number];

/** The tokens as MapLibre understands them: `rgb(…)`. */
export type Look = Record<MapToken, string>;

/** Reads the tokens as they hold on this page now: light or dark, and of this cooperative or municipality. */
export function readLook(): Look {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const style = getComputedStyle(document.documentElement);
  // Painting a dot understands every notation of a colour that the browser does.
  const read = (token: MapToken) => {
    context.fillStyle = style.getPropertyValue(`--${token}`).trim();
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  return Object.fromEntries(mapTokens.map((token) => [token, read(token)])) as Look;
}
