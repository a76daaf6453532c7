import { smooth, straight, type Point } from "../town/curve.ts";
import { blob, drawBand, drawLine, drawSurface, plantAlong, plantWithin, type Draft } from "../town/draft.ts";
import { boundaries } from "./boundaries.ts";
import { railway, streets, water } from "./streets.ts";

/** Everything that is not a building: green, water, railway, streets, paths, squares and trees. */
export function layGround(draft: Draft) {
  for (const { ring } of boundaries) drawSurface(draft, "green", "verge", ring.slice(0, -1));
  layWater(draft);
  layGreen(draft);
  layPaving(draft);
  layStreets(draft);
  layPaths(draft);
  layTrees(draft);
}

function layWater(draft: Draft) {
  drawBand(draft, "green", "bank", water.linde, 9, 13);
  drawBand(draft, "green", "bank", water.linde, -9, -17);
  drawBand(draft, "green", "bank", water.singel, -11, 13);
  drawBand(draft, "green", "embankment", railway, -13, 13);
  drawBand(draft, "water", "canal", water.linde, -9, 9, "De Linde");
  drawBand(draft, "water", "canal", water.singel, -4.6, 4.6, "Hofsingel");
  drawBand(draft, "water", "ditch", water.ditch, -1.8, 1.8);
  for (const ditch of [water.railDitchSouth, water.railDitchNorth]) drawBand(draft, "water", "ditch", ditch, -1.3, 1.3);
  drawBand(draft, "water", "ditch", streets.molenweg.offset(46).part(60, 460), -1.2, 1.2);
  for (const d of [-2, 2]) drawLine(draft, "railway", "track", railway.offset(d), 1.5);
  drawBand(draft, "platform", "platform", railway.part(330, 410), 3.9, 7.4);
  drawBand(draft, "platform", "platform", railway.part(330, 410), -3.9, -7.4);
}

const park: Point = [335, 281];
const flatGreen: Point = [692, 292];

function layGreen(draft: Draft) {
  const { random } = draft;
  drawSurface(draft, "green", "park", blob(random, park, 106, 66), "Gildepark");
  drawSurface(draft, "water", "pond", blob(random, [348, 280], 42, 24, 0.2));
  drawSurface(draft, "green", "playground", blob(random, [303, 269], 22, 15, 0.08));
  drawSurface(draft, "green", "park", blob(random, flatGreen, 42, 76), "Klaprooswei");
  drawSurface(draft, "green", "playground", blob(random, [690, 308], 16, 18, 0.08));
  drawSurface(draft, "green", "park", [[108, 382], [140, 385], [141, 336], [108, 336]]);
  drawBand(draft, "green", "lawn", straight([[112, 175.5], [240, 178.5]]), -5, 5);
  drawBand(draft, "green", "lawn", straight([[400, 100], [394, 190]]), -5, 6);
  drawBand(draft, "green", "lawn", straight([[112, 265], [236, 265]]), -2.4, 2.4);
}

function layPaving(draft: Draft) {
  const { gildeplein, gildelaan, spoorlaan, wisselspoor, ambachtslaan } = streets;
  const shops = gildeplein.part(14, gildeplein.length - 14);
  drawBand(draft, "square", "shops", shops, -2.6, -19, "Gildeplein");
  drawBand(draft, "parking", "parking", shops.part(2, 46), -3, -8.2);
  drawBand(draft, "parking", "parking", shops.part(4, 70), 3, 8.2);
  drawBand(draft, "parking", "parking", gildelaan.part(20, 92), 6.4, 17, undefined);
  const flat = spoorlaan.part(spoorlaan.nearest([757, 334]), spoorlaan.nearest([763, 250]));
  drawBand(draft, "parking", "parking", flat, -6.5, -17.5);
  drawBand(draft, "square", "yard", flat.part(2, 66), -41, -50);
  drawLine(draft, "road", "yard", straight([flat.at(84), flat.at(84, -45.5), flat.at(64, -45.5)]), WIDTHS.yard);
  const court = wisselspoor.nearest([700, 120]);
  drawBand(draft, "parking", "parking", wisselspoor.part(court + 38, court + 50), 28.5, 45);
  drawLine(draft, "road", "yard", straight([wisselspoor.at(court + 44, 36), spoorlaan.at(spoorlaan.nearest(wisselspoor.at(court + 64, 36)))]), WIDTHS.yard);
  drawBand(draft, "square", "yard", wisselspoor.part(court - 2, court + 52), 4, 12);
  drawSurface(draft, "square", "station", [[769, 186], [788, 186], [788, 222], [769, 222]], "Stationsplein");
  const school = ambachtslaan.nearest([258, 372]);
  drawSurface(draft, "square", "schoolyard", [
    ambachtslaan.at(school + 14, 27), ambachtslaan.at(school + 14, 61), ambachtslaan.at(school + 24, 61), ambachtslaan.at(school + 24, 27),
  ]);
  drawBand(draft, "parking", "parking", ambachtslaan.part(school + 2, school + 38), 6, 16.5);
}

const WIDTHS = { main: 6.8, residential: 5, yard: 4.4 } as const;
const STREETS: readonly (readonly [keyof typeof streets, keyof typeof WIDTHS, string])[] = [
  ["molenweg", "main", "Molenweg"], ["kastanjelaan", "residential", "Kastanjelaan"], ["beukenstraat", "residential", "Beukenstraat"],
  ["ambachtslaan", "residential", "Ambachtslaan"], ["gildelaan", "residential", "Gildelaan"],
  ["touwslagersstraat", "residential", "Touwslagersstraat"], ["zilversmidstraat", "residential", "Zilversmidstraat"],
  ["hofsingel", "residential", "Hofsingel"], ["lindekade", "residential", "Lindekade"], ["gildeplein", "yard", "Gildeplein"],
  ["stationsweg", "residential", "Stationsweg"], ["spoorlaan", "residential", "Spoorlaan"],
  ["korenbloemstraat", "residential", "Korenbloemstraat"], ["klaproosstraat", "residential", "Klaproosstraat"],
  ["akkerpad", "yard", "Akkerpad"], ["margrietstraat", "residential", "Margrietstraat"], ["wisselspoor", "yard", "Wisselspoor"],
  ["oeverlaan", "residential", "Oeverlaan"],
];

function layStreets(draft: Draft) {
  for (const [key, className, name] of STREETS) drawLine(draft, "road", className, streets[key], WIDTHS[className], name);
  drawLine(draft, "path", "foot", streets.kosterspad, 2.4, "Kosterspad");
  for (const d of [7, -7]) drawLine(draft, "path", "cycle", streets.molenweg.offset(d), 2.4);
}

function layPaths(draft: Draft) {
  const foot = (points: readonly Point[], width = 1.8) => drawLine(draft, "path", "foot", smooth(points), width);
  const meet = (key: keyof typeof streets, point: Point): Point => streets[key].at(streets[key].nearest(point));
  foot([meet("ambachtslaan", [246, 284]), [280, 296], [322, 303], [360, 301], [384, 286], [387, 252], meet("gildelaan", [388, 212])], 2.2);
  foot([[322, 303], [318, 282], [323, 262], [344, 258], [370, 263], [386, 268]]);
  foot([meet("kastanjelaan", [71, 172]), [108, 175], [170, 177], [240, 179], meet("ambachtslaan", [268, 180])]);
  foot([meet("gildelaan", [388, 211]), [394, 180], [401, 140], [402, 100], meet("lindekade", [402, 94])]);
  foot([meet("lindekade", [486, 86]), [501, 82], [518, 80], meet("oeverlaan", [534, 78])], 2.4);
  foot([meet("molenweg", [504, 394]), ...[330, 270].map((y) => [518 - (330 - y) / 12, y] as const), meet("stationsweg", [521, 195])]);
  foot([meet("stationsweg", [523, 195]), [521, 150], [519, 110], [520, 81]]);
  foot([meet("akkerpad", [670, 347]), [680, 320], [684, 280], [678, 236], meet("stationsweg", [666, 195])]);
  foot([meet("spoorlaan", [765, 204]), [778, 205], [792, 206]], 3);
  drawLine(draft, "path", "foot", water.linde.offset(-13).part(30, 1000), 2);
}

function layTrees(draft: Draft) {
  const { kastanjelaan, gildelaan, stationsweg, ambachtslaan, spoorlaan, molenweg, lindekade } = streets;
  for (const d of [4.3, -4.3]) plantAlong(draft, kastanjelaan, d, 11);
  for (const d of [-4.4, 4.4]) plantAlong(draft, gildelaan, d, 13, 12, gildelaan.length - 20);
  plantAlong(draft, stationsweg, 4.4, 14, 20);
  plantAlong(draft, stationsweg, -4.4, 14, 20);
  plantAlong(draft, ambachtslaan, -4.4, 13, 12);
  plantAlong(draft, spoorlaan, 5.5, 12, 10);
  plantAlong(draft, water.singel, -8.2, 12, 80);
  plantAlong(draft, water.singel, 8.6, 15, 80);
  for (const d of [10.5, -10.5]) plantAlong(draft, molenweg, d, 15, 150, molenweg.length - 140);
  plantAlong(draft, lindekade, 5, 15, 6);
  plantWithin(draft, park, 96, 56, 26);
  plantWithin(draft, flatGreen, 36, 66, 12);
  plantWithin(draft, [124, 380], 26, 8, 5);
  plantAlong(draft, straight([[112, 179], [240, 182]]), 0, 12);
}
