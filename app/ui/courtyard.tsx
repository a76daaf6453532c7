import { Droplets, Flower2, HousePlug, type LucideIcon, PanelsTopLeft, SolarPanel } from "lucide-react";

type House = { x: number; width: number; wall: string; roof: string; top: number; door: string };

const houses: House[] = [
  { x: 20, width: 120, wall: "var(--brick-soft)", roof: "var(--brick)", top: 150, door: "var(--garden)" },
  { x: 140, width: 120, wall: "var(--surface)", roof: "var(--brick)", top: 150, door: "var(--sky)" },
  { x: 260, width: 130, wall: "var(--sun-soft)", roof: "var(--plum)", top: 126, door: "var(--brick)" },
  { x: 390, width: 120, wall: "var(--surface)", roof: "var(--brick)", top: 150, door: "var(--garden)" },
  { x: 510, width: 110, wall: "var(--brick-soft)", roof: "var(--brick)", top: 150, door: "var(--sky)" },
];

const signs: { x: number; y: number; icon: LucideIcon; colour: string; soft: string }[] = [
  { x: 80, y: 92, icon: SolarPanel, colour: "var(--sun)", soft: "var(--sun-soft)" },
  { x: 200, y: 84, icon: PanelsTopLeft, colour: "var(--brick)", soft: "var(--brick-soft)" },
  { x: 325, y: 52, icon: HousePlug, colour: "var(--plum)", soft: "var(--plum-soft)" },
  { x: 450, y: 84, icon: Droplets, colour: "var(--sky)", soft: "var(--sky-soft)" },
  { x: 566, y: 92, icon: Flower2, colour: "var(--garden)", soft: "var(--garden-soft)" },
];

/** A row of homes around a green court, each with the sign of what was done to it; in the colours of the site. */
export function Courtyard({ title, className }: { title: string; className?: string }) {
  return (
    <svg viewBox="0 0 640 400" className={className} role="img" aria-label={title}>
      <rect width="640" height="400" rx="28" fill="var(--sky-soft)" />
      <path d="M0 300 Q320 236 640 300 V372 a28 28 0 0 1 -28 28 H28 a28 28 0 0 1 -28 -28z" fill="var(--map-green)" />
      {houses.map((house) => (
        <Home key={house.x} {...house} />
      ))}
      <path d="M0 296 H640 V312 H0z" fill="var(--raised)" />
      <path d="M300 400 C300 356 268 340 276 312 H364 C372 340 340 356 352 400z" fill="var(--paper)" />
      <Tree x={150} y={352} size={40} />
      <Tree x={498} y={356} size={46} />
      <Tree x={64} y={374} size={26} />
      <Tree x={590} y={378} size={24} />
      <Neighbour x={236} y={350} colour="var(--brick)" />
      <Neighbour x={266} y={354} colour="var(--sky)" />
      <Neighbour x={404} y={358} colour="var(--plum)" />
      {signs.map(({ x, y, icon: Icon, colour, soft }) => (
        <g key={x}>
          <path d={`M${x - 7} ${y + 22} L${x} ${y + 36} L${x + 7} ${y + 22}z`} fill="var(--surface)" />
          <circle cx={x} cy={y} r="27" fill="var(--surface)" />
          <circle cx={x} cy={y} r="22" fill={soft} />
          <Icon x={x - 14} y={y - 14} width={28} height={28} stroke={colour} aria-hidden />
        </g>
      ))}
    </svg>
  );
}

function Home({ x, width, wall, roof, top, door }: House) {
  const middle = x + width / 2;
  const left = x + width * 0.16;
  const right = x + width * 0.58;
  return (
    <>
      <path d={`M${x} ${top + 50} V300 H${x + width} V${top + 50}z`} fill={wall} />
      <path d={`M${x - 6} ${top + 54} L${middle} ${top - 6} L${x + width + 6} ${top + 54}z`} fill={roof} />
      <rect x={left} y={top + 68} width="28" height="30" rx="3" fill="var(--sky)" opacity="0.75" />
      <rect x={right} y={top + 68} width="28" height="30" rx="3" fill="var(--sky)" opacity="0.75" />
      <rect x={left} y={300 - 44} width="26" height="44" rx="3" fill={door} />
      <rect x={right} y={300 - 42} width="28" height="26" rx="3" fill="var(--sun)" opacity="0.7" />
    </>
  );
}

function Tree({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <>
      <rect x={x - 3} y={y - size * 0.4} width="6" height={size * 0.6} rx="3" fill="var(--brick)" />
      <circle cx={x} cy={y - size * 0.7} r={size * 0.52} fill="var(--garden)" />
    </>
  );
}

function Neighbour({ x, y, colour }: { x: number; y: number; colour: string }) {
  return (
    <>
      <circle cx={x} cy={y - 24} r="8" fill={colour} />
      <path d={`M${x - 10} ${y} v-6 a10 10 0 0 1 20 0 v6z`} fill={colour} />
    </>
  );
}
