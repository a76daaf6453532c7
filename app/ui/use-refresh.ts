import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Looks again every two seconds while there is something to wait for; without JavaScript the page has a link. */
export function useRefresh(wanted: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(revalidate, 2_000);
    return () => clearInterval(timer);
  }, [wanted, revalidate]);
}
