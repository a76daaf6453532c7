import { smooth, straight, type Curve, type Point } from "../town/curve.ts";

/*
 * The lines on which the sample is laid out, in metres on the plan: x runs about east, y about north. Street names are
 * made up from trees, crafts, meadow flowers and the railway; municipality and postcodes are fictional too.
 */

/** The point of a line that is nearest to a point: where a side street meets it. */
const on = (curve: Curve, point: Point): Point => curve.at(curve.nearest(point));
/** The part of a line between the places nearest to two points, run on to the streets that it meets there. */
const between = (curve: Curve, from: Point, to: Point, start?: Curve, end?: Curve) => {
  const { points } = curve.part(curve.nearest(from), curve.nearest(to));
  return straight([...(start ? [on(start, points[0] as Point)] : []), ...points, ...(end ? [on(end, points.at(-1) as Point)] : [])]);
};

export const water = {
  linde: smooth([[-140, 44], [0, 18], [120, 2], [260, 14], [390, 34], [520, 20], [650, -4], [780, 4], [930, 30]]),
  singel: smooth([[488, 470], [496, 404], [508, 330], [502, 260], [514, 190], [510, 110], [501, 24]]),
  ditch: smooth([[-10, 380], [-4, 260], [-14, 140], [-10, 24]]),
  railDitchSouth: smooth([[776, -12], [783, 60], [786, 150]]),
  railDitchNorth: smooth([[786, 272], [783, 320], [775, 374]]),
};

export const railway = smooth([[786, -140], [803, 60], [802, 240], [788, 400], [764, 560]]);

const molenweg = smooth([[-140, 368], [0, 385], [130, 398], [300, 404], [450, 398], [620, 387], [800, 383], [930, 392]]);
/** The northern towpath of De Linde: its western half becomes Lindekade, its eastern half Oeverlaan. */
const towpath = water.linde.offset(60);
const craftsmen = water.singel.offset(-76);
const spoorlaan = between(railway.offset(38), [752, 384], [764, 70], molenweg, towpath);
const hofsingel = between(water.singel.offset(-18), [482, 396], [488, 86], molenweg, towpath);
const lindekade = between(towpath, [18, 76], hofsingel.at(hofsingel.length));
const oeverlaan = between(towpath, [530, 78], spoorlaan.at(spoorlaan.length));
const ambachtslaan = smooth([
  on(molenweg, [262, 404]), [257, 368], [246, 318], [247, 268], [262, 220], [268, 170], [257, 120], on(lindekade, [250, 73]),
]);
const through = smooth([on(ambachtslaan, [265, 207]), [330, 214], [420, 207], [512, 195], [600, 190], [690, 196], on(spoorlaan, [764, 202])]);
const gildelaan = between(through, [260, 207], [512, 195]);
const stationsweg = between(through, [512, 195], [770, 202]);
const touwslagersstraat = between(craftsmen, [436, 205], [434, 92], gildelaan, lindekade);
const zilversmidstraat = between(craftsmen, [424, 399], [436, 205], molenweg, gildelaan);
const kastanjelaan = smooth([on(molenweg, [70, 393]), [73, 330], [65, 250], [72, 160], [83, 100], on(lindekade, [85, 70])]);
const beukenstraat = smooth([on(kastanjelaan, [69, 298]), [120, 303], [180, 299], on(ambachtslaan, [246, 303])]);
const korenbloemstraat = smooth([on(molenweg, [574, 390]), [572, 340], [577, 265], on(stationsweg, [574, 191])]);
const akkerpad = smooth([on(korenbloemstraat, [572, 346]), [640, 345], [700, 349], on(spoorlaan, [757, 350])]);
const klaproosstraat = smooth([on(akkerpad, [638, 345]), [635, 300], [641, 245], on(stationsweg, [638, 192])]);
const margrietstraat = smooth([on(stationsweg, [668, 194]), [661, 155], [671, 112], on(oeverlaan, [668, 55])]);
const wisselspoor = smooth([on(margrietstraat, [669, 121]), [710, 119], on(spoorlaan, [765, 122])]);

const gildeplein = straight([on(ambachtslaan, [252, 347]), [146, 343]]);

export const streets = {
  molenweg, kastanjelaan, beukenstraat, ambachtslaan, gildelaan, touwslagersstraat, zilversmidstraat, hofsingel, lindekade,
  stationsweg, spoorlaan, korenbloemstraat, klaproosstraat, akkerpad, margrietstraat, wisselspoor, oeverlaan,
  gildeplein,
  wevershof: straight([on(ambachtslaan, [260, 222]), [147, 224]]),
  smedenhof: straight([on(ambachtslaan, [259, 134]), [147, 129]]),
  kuipershof: straight([on(gildelaan, [349, 214]), [352, 121]]),
  boterbloemhof: straight([on(stationsweg, [589, 191]), [585, 105]]),
  kosterspad: straight([on(gildeplein, [146, 344]), [146, 386]]),
};
