import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { liveTopics, type LiveTopic, mine } from "./topics.ts";

/** Pages that hear of one change read again within this time, in milliseconds, each at its own moment; with many of them the site says more. */
const spread = 1_000;

/**
 * Reads the page again, through its own loaders, when something changes in what it shows. What somebody is typing stays, and so
 * does the focus. Only while the page is in sight: browsers open few connections to one site. Without scripts or when no
 * connection can be made, a change is seen at the next load.
 * @param id of the thing; left out for what belongs to whoever looks
 * @param onNumbers called at once with the numbers of the thing, where its topic has them: the page is read again later
 * @returns whether the page is not there any more while somebody is typing in it: then it is left as it is, so that nothing is lost
 */
export function useLive(topic: LiveTopic, id: string = mine, onNumbers?: (numbers: unknown) => void): boolean {
  const [gone, setGone] = useState(false);
  const { revalidate } = useRevalidator();
  const underWay = useNavigation().state !== "idle";
  const missed = useRef(false);
  const read = useRef(revalidate);
  const tell = useRef(onNumbers);
  useEffect(() => {
    tell.current = onNumbers;
  }, [onNumbers]);
  useEffect(() => {
    // Reading again would begin what is under way anew, and the line that it brings is given out once.
    read.current = () => (underWay ? (missed.current = true) : revalidate());
    if (underWay || !missed.current) return;
    missed.current = false;
    revalidate();
  }, [revalidate, underWay]);
  useEffect(() => {
    let source: EventSource | null = null;
    let opened = false;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const readSoon = (within = spread) => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        if (!isTyping()) return read.current();
        void isThere().then((there) => (there ? read.current() : setGone(true)));
      }, Math.random() * within);
    };
    const follow = () => {
      if (document.visibilityState === "hidden") {
        source?.close();
        source = null;
      } else if (!source || source.readyState === EventSource.CLOSED) {
        source = new EventSource(`/live/${liveTopics[topic]}/${id}`);
        // After a gap, changes may have been missed.
        source.addEventListener("open", () => (opened ? readSoon() : (opened = true)));
        source.addEventListener("changed", ({ data }) => readSoon(Number(data) || spread));
        source.addEventListener("numbers", ({ data }) => tell.current?.(JSON.parse(data)));
      }
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      source?.close();
      clearTimeout(waiting);
    };
  }, [topic, id]);
  return gone;
}

const isTyping = () => [...document.querySelectorAll("textarea")].some(({ value, defaultValue }) => value !== defaultValue);

/** Whether this page would be found again. */
async function isThere(): Promise<boolean> {
  const { ok } = await fetch(location.pathname, { method: "HEAD" }).catch(() => ({ ok: true }));
  return ok;
}
