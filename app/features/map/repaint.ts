import type { LayerSpecification, Map as MapLibre } from "maplibre-gl";

/** Draws layers as `next` has them, where that differs from `before`: the same layers in the same order, looking otherwise. */
export function repaint(map: MapLibre, before: readonly LayerSpecification[], next: readonly LayerSpecification[]): void {
  next.forEach((layer, index) => {
    const different = (part: "paint" | "layout") => {
      const [had, has] = [before[index]![part] ?? {}, layer[part] ?? {}] as Record<string, unknown>[];
      return Object.keys({ ...had, ...has }).flatMap((name) => (JSON.stringify(had![name]) === JSON.stringify(has![name]) ? [] : [[name, has![name]] as const]));
    };
    for (const [name, value] of different("paint")) map.setPaintProperty(layer.id, name as Parameters<MapLibre["setPaintProperty"]>[1], value as never);
    for (const [name, value] of different("layout")) map.setLayoutProperty(layer.id, name as Parameters<MapLibre["setLayoutProperty"]>[1], value as never);
  });
}
