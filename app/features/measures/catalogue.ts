import type { DwellingType } from "../../../db/schema/register.ts";

/** What a measure is for; each group has its own colour token, on the map, in lists and in the legend. */
export const measureGroups = {
  insulation: { colour: "brick" },
  heating: { colour: "plum" },
  power: { colour: "sun" },
  living: { colour: "sky" },
  green: { colour: "garden" },
} as const satisfies Record<string, { colour: string }>;
export type MeasureGroup = keyof typeof measureGroups;
/** Names of the colour tokens (CSS variables in the app's stylesheet) that groups use. */
export type MeasureColour = (typeof measureGroups)[MeasureGroup]["colour"];

type Entry = {
  group: MeasureGroup;
  /** Name of the lucide icon: one symbol per kind, the same everywhere. */
  icon: string;
  /** The kinds of home for which the measure is suggested first. Nothing stops another home from sharing it. */
  fits: readonly DwellingType[];
};

const houses = ["terraced", "end_terrace", "semi_detached", "detached", "other", "unknown"] as const;
const everyHome = ["flat", ...houses] as const;

/**
 * The kept catalogue of measures. The key is stored in `measure.kind` and `wish.kind`: never change or reuse one.
 * Words are in the namespace `catalogue` (names) and `explanations` (what it is, typical questions).
 */
export const catalogue = {
  roof_insulation: { group: "insulation", icon: "tent", fits: houses },
  cavity_insulation: { group: "insulation", icon: "brick-wall", fits: houses },
  facade_insulation: { group: "insulation", icon: "paint-roller", fits: everyHome },
  floor_insulation: { group: "insulation", icon: "layers", fits: houses },
  glazing: { group: "insulation", icon: "panels-top-left", fits: everyHome },
  draught_proofing: { group: "insulation", icon: "door-closed", fits: everyHome },
  insulated_door: { group: "insulation", icon: "door-open", fits: houses },
  heat_pump_hybrid: { group: "heating", icon: "house-plug", fits: houses },
  heat_pump_air: { group: "heating", icon: "air-vent", fits: houses },
  heat_pump_ground: { group: "heating", icon: "drill", fits: ["semi_detached", "detached", "other", "unknown"] },
  heat_network: { group: "heating", icon: "network", fits: everyHome },
  solar_boiler: { group: "heating", icon: "thermometer-sun", fits: houses },
  low_temperature_radiators: { group: "heating", icon: "heater", fits: everyHome },
  underfloor_heating: { group: "heating", icon: "waves-horizontal", fits: houses },
  heating_balance: { group: "heating", icon: "gauge", fits: everyHome },
  solar_panels: { group: "power", icon: "solar-panel", fits: everyHome },
  home_battery: { group: "power", icon: "battery-charging", fits: houses },
  charging_point: { group: "power", icon: "ev-charger", fits: houses },
  induction: { group: "living", icon: "cooking-pot", fits: everyHome },
  ventilation: { group: "living", icon: "fan", fits: everyHome },
  shower_heat_recovery: { group: "living", icon: "shower-head", fits: everyHome },
  sun_shading: { group: "living", icon: "blinds", fits: everyHome },
  green_roof: { group: "green", icon: "sprout", fits: houses },
  rain_barrel: { group: "green", icon: "droplets", fits: houses },
  green_garden: { group: "green", icon: "flower-2", fits: everyHome },
} as const satisfies Record<string, Entry>;
export type MeasureKind = keyof typeof catalogue;

/** Every kind, in the order of the catalogue. */
export const measureKinds = Object.keys(catalogue) as [MeasureKind, ...MeasureKind[]];

/** Whether a text, for instance from a link or the database, names a kind of the catalogue. */
export function isMeasureKind(text: string): text is MeasureKind {
  return Object.hasOwn(catalogue, text);
}

/** Whether a measure is suggested first for a kind of home; an unknown home gets what houses get. */
export function fitsHome(kind: MeasureKind, dwellingType: DwellingType | null): boolean {
  return (catalogue[kind].fits as readonly DwellingType[]).includes(dwellingType ?? "unknown");
}

/** The kinds of one group, in the order of the catalogue. */
export function kindsInGroup(group: MeasureGroup): MeasureKind[] {
  return measureKinds.filter((kind) => catalogue[kind].group === group);
}
