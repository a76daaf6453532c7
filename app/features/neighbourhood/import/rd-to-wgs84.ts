import proj4 from "proj4";

/** RD New with the seven-parameter shift to WGS 84 that PROJ uses without a grid ("Amersfoort to WGS 84 (4)", EPSG:4833, 1 m). */
const RD_NEW =
  "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel " +
  "+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs";

const converter = proj4(RD_NEW, "EPSG:4326");

/** The area of use of EPSG:28992 in metres, with a margin. */
const RD_BOUNDS = { minX: -10_000, minY: 280_000, maxX: 300_000, maxY: 640_000 };

/** The same area in degrees. */
export const WGS84_BOUNDS = { minLon: 3, minLat: 50.5, maxLon: 7.5, maxLat: 53.9 };

/**
 * From EPSG:28992 (metres) to EPSG:4326 (degrees, longitude first), rounded to 7 decimals (about 1 cm).
 * Within 0.3 m of PROJ; the grid of RDNAPTRANS, which is not used, moves points by at most 0.25 m.
 */
export function rdToWgs84(x: number, y: number): [lon: number, lat: number] {
  const [lon, lat] = converter.forward([x, y]) as [number, number];
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** Whether a point in metres can lie in the Netherlands in EPSG:28992. */
export function isWithinRd(x: number, y: number): boolean {
  return x >= RD_BOUNDS.minX && x <= RD_BOUNDS.maxX && y >= RD_BOUNDS.minY && y <= RD_BOUNDS.maxY;
}
