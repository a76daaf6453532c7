import { homesOf } from "../people/choose-households.ts";
import type { Random } from "../random.ts";
import type { Identified } from "./identify.ts";

/** An operator that does not exist; the figures are drawn by lot and say nothing of any town. */
export const GRID_OPERATOR = "Netbeheer Lindewaard (voorbeeld)";
export const GRID_FILE_NAME = "voorbeeld-kleinverbruik-2025.csv";

/** As operators do: postcodes that follow each other are one range as soon as there are ten connections. */
const LEAST_CONNECTIONS = 10;
const HEADER = "NETBEHEERDER\tNETGEBIED\tPOSTCODE_VAN\tPOSTCODE_TOT\tPRODUCTSOORT\tVERBRUIKSSEGMENT\tAANSLUITINGEN_AANTAL\tLEVERINGSRICHTING_PERC\tSJA_GEMIDDELD\tSLIMME_METER_PERC";

/** Use of small connections in the sample municipality as an operator would publish it, tab-separated, with decimal commas. */
export function writeGridFile(ids: Identified, random: Random): string {
  const homes = new Map<string, number>();
  for (const { unit } of homesOf(ids)) homes.set(unit.postcode, (homes.get(unit.postcode) ?? 0) + 1);
  const lines: string[] = [];
  let from = "";
  let connections = 0;
  for (const [postcode, count] of [...homes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (connections === 0 || from.slice(0, 4) !== postcode.slice(0, 4)) [from, connections] = [postcode, 0];
    connections += count;
    if (connections < LEAST_CONNECTIONS) continue;
    for (const [product, least, most] of [["ELK", 1900, 3100], ["GAS", 700, 1500]] as const) {
      const share = () => `${random.whole(60, 99)},00`;
      lines.push([GRID_OPERATOR, "Voorbeeld", from, postcode, product, "KVB", connections, share(), `${random.whole(least, most)},00`, share()].join("\t"));
    }
    connections = 0;
  }
  return `${[HEADER, ...lines].join("\n")}\n`;
}
