import {
  AirVent,
  BatteryCharging,
  Blinds,
  BrickWall,
  CookingPot,
  DoorClosed,
  DoorOpen,
  Drill,
  Droplets,
  EvCharger,
  Fan,
  Flower2,
  Gauge,
  Heater,
  HousePlug,
  Layers,
  type LucideIcon,
  type LucideProps,
  Network,
  PaintRoller,
  PanelsTopLeft,
  ShowerHead,
  SolarPanel,
  Sprout,
  Tent,
  ThermometerSun,
  WavesHorizontal,
} from "lucide-react";
import type { MeasureKind } from "./catalogue.ts";

const icons: Record<MeasureKind, LucideIcon> = {
  roof_insulation: Tent,
  cavity_insulation: BrickWall,
  facade_insulation: PaintRoller,
  floor_insulation: Layers,
  glazing: PanelsTopLeft,
  draught_proofing: DoorClosed,
  insulated_door: DoorOpen,
  heat_pump_hybrid: HousePlug,
  heat_pump_air: AirVent,
  heat_pump_ground: Drill,
  heat_network: Network,
  solar_boiler: ThermometerSun,
  low_temperature_radiators: Heater,
  underfloor_heating: WavesHorizontal,
  heating_balance: Gauge,
  solar_panels: SolarPanel,
  home_battery: BatteryCharging,
  charging_point: EvCharger,
  induction: CookingPot,
  ventilation: Fan,
  shower_heat_recovery: ShowerHead,
  sun_shading: Blinds,
  green_roof: Sprout,
  rain_barrel: Droplets,
  green_garden: Flower2,
};

/** The symbol of a measure kind; decoration, so always with its name beside it. */
export function MeasureIcon({ kind, ...props }: { kind: MeasureKind } & LucideProps) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" {...props} />;
}
