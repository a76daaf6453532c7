/** Draws the path of a QR code (runs of `M x y h n v1 h-n z`) on a white square, eight pixels per module, as RGBA. */
export function pixelsOf({ size: modules, path }: { size: number; path: string }): { data: Uint8ClampedArray; size: number } {
  const scale = 8;
  const size = modules * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++) {
        data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
      }
    }
  }
  return { data, size };
}
