import { useState } from "react";

/**
 * Says politely to who listens to the page how many lines were added while it was open; at first it says nothing.
 * @param count how many lines the page shows
 */
export function LiveNews({ count, words }: { count: number; words: (added: number) => string }) {
  const [known, setKnown] = useState({ count, said: "" });
  if (count !== known.count) setKnown({ count, said: count > known.count ? words(count - known.count) : "" });
  return (
    <p role="status" className="sr-only">
      {known.said}
    </p>
  );
}
