import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button.tsx";

/** Opens the browser's own print window. Without JavaScript it isn't there: the browser's menu can print as well. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [able, setAble] = useState(false);
  useEffect(() => setAble(true), []);
  return able ? (
    <Button type="button" onClick={() => window.print()}>
      {children}
    </Button>
  ) : null;
}
