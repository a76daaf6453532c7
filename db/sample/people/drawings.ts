import sharp from "sharp";
import type { StockKind } from "../words/stock.ts";

/** A drawing that stands in for a resident's photo, re-encoded as uploads are. */
export interface Drawing {
  kind: StockKind;
  alt: string;
  width: number;
  height: number;
  bytes: Buffer;
}

const WIDTH = 1200;
const HEIGHT = 800;

const sky = `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#a9cfe4"/><stop offset="1" stop-color="#e9f1ec"/></linearGradient>
<linearGradient id="glass" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#2c4463"/><stop offset="0.55" stop-color="#1c2d47"/><stop offset="1" stop-color="#3d5b80"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>
<g fill="#fff" opacity="0.7"><ellipse cx="930" cy="120" rx="130" ry="26"/><ellipse cx="1010" cy="100" rx="80" ry="24"/><ellipse cx="200" cy="80" rx="110" ry="20"/></g>`;

function roofWithPanels(): string {
  const tiles = Array.from({ length: 15 }, (_, row) =>
    Array.from({ length: 34 }, (_, column) => {
      const [x, y] = [60 + column * 36 - row * 4, 210 + row * 27];
      return `<path d="M${x} ${y}q18 16 36 0v24q-18 12-36 0z" fill="${(row + column) % 3 ? "#a65f45" : "#b26b4f"}"/>`;
    }).join(""),
  ).join("");
  const panel = (column: number, row: number) => {
    const [x, y] = [270 + column * 122 - row * 12, 262 + row * 158];
    return `<g transform="translate(${x} ${y}) skewX(-5)"><rect width="114" height="148" rx="4" fill="url(#glass)" stroke="#10192a" stroke-width="3"/>
      <path d="M38 0V148M76 0V148M0 37H114M0 74H114M0 111H114" stroke="#5d7796" stroke-width="1.4" opacity="0.7"/>
      <path d="M8 140L60 8H84L30 140Z" fill="#fff" opacity="0.07"/></g>`;
  };
  const panels = [0, 1].flatMap((row) => [0, 1, 2, 3, 4].map((column) => panel(column, row))).join("");
  return `${sky}<g><clipPath id="roof"><path d="M110 200H1100L1160 610H40Z"/></clipPath><g clip-path="url(#roof)"><rect y="190" width="${WIDTH}" height="440" fill="#8f4f39"/>${tiles}</g></g>
<rect x="100" y="186" width="1010" height="20" rx="9" fill="#7d432f"/><rect x="930" y="96" width="88" height="112" fill="#96604b"/><rect x="920" y="86" width="108" height="18" fill="#7b4c3b"/>
${panels}<rect x="30" y="606" width="1140" height="22" fill="#dfe3e2"/><rect x="70" y="628" width="1060" height="172" fill="#c08a6c"/>
<g stroke="#a97659" stroke-width="2">${Array.from({ length: 8 }, (_, i) => `<path d="M70 ${650 + i * 22}H1130"/>`).join("")}</g>
<g><rect x="240" y="662" width="220" height="138" fill="#f4f1ea"/><rect x="254" y="676" width="90" height="124" fill="#9fbccb"/><rect x="356" y="676" width="90" height="124" fill="#a9c5d2"/></g>
<g><rect x="740" y="662" width="220" height="138" fill="#f4f1ea"/><rect x="754" y="676" width="90" height="124" fill="#a9c5d2"/><rect x="856" y="676" width="90" height="124" fill="#9fbccb"/></g>`;
}

function heatPumpInGarden(): string {
  const bricks = Array.from({ length: 19 }, (_, row) =>
    Array.from({ length: 14 }, (_, column) => {
      const x = column * 92 - (row % 2) * 46;
      return `<rect x="${x}" y="${row * 34}" width="88" height="30" fill="${["#b77a5e", "#ae7156", "#bd8266"][(row * 7 + column * 3) % 3]}"/>`;
    }).join(""),
  ).join("");
  const leaves = Array.from({ length: 90 }, (_, i) => {
    const [x, y] = [((i * 137) % 330) - 20, 430 + ((i * 89) % 250)];
    return `<ellipse cx="${x}" cy="${y}" rx="26" ry="14" transform="rotate(${(i * 47) % 180} ${x} ${y})" fill="${["#5d8a52", "#6f9d60", "#4d7646"][i % 3]}"/>`;
  }).join("");
  const slats = Array.from({ length: 11 }, (_, i) => `<path d="M0 ${18 + i * 24}H180" stroke="#b9c0c1" stroke-width="5"/>`).join("");
  return `<rect width="${WIDTH}" height="${HEIGHT}" fill="#c9bfae"/>${bricks}
<g><rect x="860" y="60" width="270" height="330" fill="#f4f1ea"/><rect x="882" y="82" width="226" height="286" fill="#9dbac8"/><path d="M882 225H1108M995 82V368" stroke="#f4f1ea" stroke-width="10"/><rect x="846" y="390" width="298" height="18" fill="#ddd6c8"/></g>
<rect y="640" width="${WIDTH}" height="160" fill="#a9a49a"/><g stroke="#948f85" stroke-width="3"><path d="M0 700H1200M0 756H1200M140 640L100 700M380 640L360 700M620 640V700M860 640L880 700M1090 640L1130 700M220 700L190 756M520 700V756M830 700L850 756"/></g>
<rect x="372" y="626" width="470" height="30" rx="3" fill="#8c8880"/><rect x="420" y="606" width="60" height="24" fill="#555"/><rect x="734" y="606" width="60" height="24" fill="#555"/>
<g transform="translate(390 300)"><rect width="434" height="308" rx="14" fill="#eef0ee" stroke="#c4cac9" stroke-width="4"/><circle cx="150" cy="154" r="122" fill="#d4d9d8"/><circle cx="150" cy="154" r="112" fill="#2f3638"/>
<g fill="#596264">${[0, 72, 144, 216, 288].map((turn) => `<path d="M150 154q60 -20 52 -84q-52 6 -52 84z" transform="rotate(${turn} 150 154)"/>`).join("")}</g>
<g stroke="#9aa3a4" stroke-width="3" fill="none">${[30, 52, 74, 96, 112].map((r) => `<circle cx="150" cy="154" r="${r}"/>`).join("")}<path d="M38 154H262M150 42V266"/></g><circle cx="150" cy="154" r="20" fill="#d4d9d8"/>
<g transform="translate(292 12)"><clipPath id="side"><rect width="122" height="284"/></clipPath><g clip-path="url(#side)">${slats}</g></g></g>
<path d="M824 560H834V300" fill="none" stroke="#e9e4da" stroke-width="14"/><ellipse cx="130" cy="690" rx="210" ry="46" fill="#7c5b44"/>${leaves}`;
}

/** Draws the pictures (1200 × 800, WebP). */
export async function makeDrawings(): Promise<Drawing[]> {
  const draw = async (kind: StockKind, alt: string, contents: string): Promise<Drawing> => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${contents}</svg>`;
    return { kind, alt, width: WIDTH, height: HEIGHT, bytes: await sharp(Buffer.from(svg)).webp({ quality: 80 }).toBuffer() };
  };
  return Promise.all([
    draw("solar_panels", "Tekening: tien zonnepanelen op een schuin dak met rode pannen", roofWithPanels()),
    draw("heat_pump_hybrid", "Tekening: het buitendeel van een warmtepomp naast een bakstenen muur in de tuin", heatPumpInGarden()),
  ]);
}
