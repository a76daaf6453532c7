import type { MapSettings, MapWish, RunningMap } from "./start-map.client.ts";

let coming: Promise<typeof import("./start-map.client.ts")> | null = null;
const fetchMap = () => (coming ??= import("./start-map.client.ts"));
// Asked for as soon as this page's code runs, before the page has come alive: the map is the largest thing to fetch.
// Who wants the list only doesn't wait for it.
if (typeof document !== "undefined" && new URLSearchParams(location.search).get("weergave") !== "lijst") void fetchMap();

/** What the page knows and the map needs: how it begins, what is to be seen, and who hears of a choice. */
export type MapPart = Omit<MapSettings, "first" | "icons" | "dataUrl" | "overlayUrl" | "dark"> & { wish: MapWish };

/** Ties the page to the map, which comes later than the page, may fail to come, and is drawn anew when colours change. */
export class MapLink {
  private map: RunningMap | null = null;
  private part: MapPart | null = null;

  /** Tells the map what the page shows now; before there is a map, what it will begin with. */
  tell(part: MapPart): void {
    this.part = part;
    this.map?.show(part.wish);
  }

  /**
   * Starts a map in an element, from the two data sources.
   * @param done hears whether it worked
   * @returns takes it away again
   */
  start(container: HTMLElement, icons: Element, from: Pick<MapSettings, "dataUrl" | "overlayUrl" | "dark">, done: (worked: boolean) => void): () => void {
    const gone = new AbortController();
    this.draw(container, icons, from, gone.signal).then(
      () => done(true),
      () => gone.signal.aborted || done(false),
    );
    return () => {
      gone.abort();
      this.map?.stop();
      this.map = null;
    };
  }

  point(place: string | null): void {
    this.map?.point(place);
  }

  zoom(by: number): void {
    this.map?.zoom(by);
  }

  goHome(): void {
    this.map?.goHome();
  }

  private async draw(container: HTMLElement, icons: Element, from: Pick<MapSettings, "dataUrl" | "overlayUrl" | "dark">, signal: AbortSignal): Promise<void> {
    const { startMap } = await fetchMap();
    const { wish, ...settings } = this.part!;
    const late = { onChoose: (place: string | null) => this.part!.onChoose(place), onSpot: (place: string) => this.part!.onSpot(place), covered: () => this.part!.covered() };
    const map = await startMap(container, { ...settings, ...late, ...from, icons, first: wish }, signal);
    if (signal.aborted) return map.stop();
    this.map = map;
    map.show(this.part!.wish);
  }
}
