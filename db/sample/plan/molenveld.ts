import type { Draft } from "../town/draft.ts";
import { layBlock } from "../town/lay-block.ts";
import { numbering } from "../town/lay-row.ts";
import { layRows } from "../town/lay-rows.ts";
import { villa } from "../town/row-shapes.ts";
import { stretch } from "./hofkwartier.ts";
import { streets } from "./streets.ts";

/** The ribbon along the main road, just outside the two neighbourhoods that take part: not served yet. */
export function layMolenveld(draft: Draft) {
  const { molenweg } = streets;
  const homes = {
    curve: molenweg, side: "left", front: 17, depth: 9, garden: 18, frontGarden: 6, sideGarden: 5, cluster: "ribbon", shape: villa,
    sheds: 0.8, storeys: 1.8, garages: 0.5, numbers: numbering("Molenweg", 12), year: 1926, width: 9.4,
  } as const;
  layRows(draft, homes, { ...stretch(molenweg, [70, 394], [450, 398], 0), blocks: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], gap: 14 });
  const mill = molenweg.nearest([600, 388]);
  layBlock(draft, {
    curve: molenweg, side: "left", kind: "public", cluster: "facilities", year: 1857, core: 44,
    outline: Array.from({ length: 8 }, (_, i) => {
      const angle = (i / 8) * 2 * Math.PI + Math.PI / 8;
      return [mill + 5.2 * Math.cos(angle), 44 + 5.2 * Math.sin(angle)] as const;
    }),
    doors: [{ street: "Molenweg", number: 36, purposes: ["overige gebruiksfunctie"], area: 88 }],
  });
  layBlock(draft, {
    curve: molenweg, side: "left", kind: "detached", cluster: "ribbon", year: 1005, core: 30,
    outline: [[mill - 42, 24], [mill - 28, 24], [mill - 28, 42], [mill - 32, 42], [mill - 32, 34], [mill - 42, 34]],
    doors: [{ street: "Molenweg", number: 34, area: 168 }],
  });
}
