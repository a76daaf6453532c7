import type { Feature, Position } from "geojson";
import type { StreetLabels } from "../neighbourhood/labels-per-street.server.ts";
import type { DecodedMap } from "./decode-map.ts";
import { feature } from "./ground-features.ts";
import { middle } from "./shared-features.ts";

type Group = StreetLabels["groups"][number];

/** With this the name of a picture begins that shows how the labels of a street are spread. */
export const labelPrefix = "labels|";
const pictureOf = (groups: Group[]) => labelPrefix + groups.map(({ best, worst, homes }) => `${best}${worst}${homes}`).join("|");

/** The groups that the name of a picture tells. */
export function groupsOf(name: string): Group[] {
  return name
    .slice(labelPrefix.length)
    .split("|")
    .map((group) => ({ best: group[0]!, worst: group[1]!, homes: Number(group.slice(2)) }));
}

/** A bar for each street that has a distribution: along its course where that is known, else where its name is written or its homes are. */
export function streetLabelFeatures(decoded: DecodedMap, streets: readonly StreetLabels[]): Feature[] {
  return streets.flatMap(({ street, groups }) => {
    const course = decoded.base.filter(({ kind, name }) => kind === "street" && name === street).flatMap(({ shape }) => shape.flat());
    if (course.length > 0) return [feature("street-label", { type: "MultiLineString", coordinates: course }, { along: true, street, image: pictureOf(groups) })];
    const written = decoded.labels.filter(({ name }) => name === street).map(({ at }) => at);
    const homes = decoded.buildings.filter((building) => building.street === street).map(({ centre }): Position => centre);
    const at = written.length > 0 ? written : homes.length > 0 ? [middle(homes)] : [];
    return at.map((coordinates) => feature("street-label", { type: "Point", coordinates }, { along: false, street, image: pictureOf(groups) }));
  });
}
