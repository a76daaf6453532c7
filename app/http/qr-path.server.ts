import QRCode from "qrcode";

/**
 * A QR code as one SVG path on a grid of `size` × `size`, with the quiet zone of four modules that scanners want around
 * it. Draw it dark on white, also on a dark page.
 */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const quiet = 4;
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      let end = column + 1;
      while (end < modules.size && modules.get(row, end)) end++;
      path += `M${column + quiet} ${row + quiet}h${end - column}v1h${column - end}z`;
      column = end;
    }
  }
  return { size: modules.size + 2 * quiet, path };
}
