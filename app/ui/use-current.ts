import { useLocation } from "@remix-run/react";

/** A place in a menu. `end`: its address begins those of others. `with`: addresses of pages that one gets to from it. */
export type MenuPlace = { to: string; end?: boolean; with?: readonly string[] };

/** Tells for `aria-current` whether somebody is on the page of a place in a menu, or on one that one gets to from it. */
export function useCurrent(): (place: MenuPlace) => "page" | "true" | undefined {
  const { pathname } = useLocation();
  const isIn = (page: string) => pathname === page || pathname.startsWith(`${page}/`);
  return ({ to, end, with: others }) => ((end ? pathname === to : isIn(to)) ? "page" : others?.some(isIn) ? "true" : undefined);
}
