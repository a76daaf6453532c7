import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "./button.tsx";

const never = () => () => {};

/** Opens the browser's own print window. Without JavaScript it isn't there: the browser's menu can print as well. */
export function PrintButton({ look, children }: { look?: "secondary"; children: ReactNode }) {
  const able = useSyncExternalStore(never, () => true, () => false);
  return able ? (
    <Button type="button" look={look} onClick={() => window.print()}>
      {children}
    </Button>
  ) : null;
}
