/** An open live connection of a test: what was said on it so far, without signs of life. */
export type Heard = { status: number; headers: Headers; body: string; changes: () => number; ended: Promise<void>; until: (changes: number) => Promise<void>; stop: () => void };

/** Opens a live connection, as a browser's EventSource does. @param cookie of who listens */
export async function hear(url: string, path: string, cookie = ""): Promise<Heard> {
  const stopping = new AbortController();
  const response = await fetch(`${url}${path}`, { headers: cookie ? { cookie } : {}, signal: stopping.signal });
  const said = { text: "" };
  const waiting = new Set<() => void>();
  const changes = () => said.text.split("event: changed").length - 1;
  const heard: Heard = {
    status: response.status,
    headers: response.headers,
    get body() {
      return said.text;
    },
    changes,
    ended: Promise.resolve(),
    until: (wanted) =>
      new Promise((enough) => {
        const look = () => {
          if (changes() < wanted) return;
          waiting.delete(look);
          enough();
        };
        waiting.add(look);
        look();
      }),
    stop: () => stopping.abort(),
  };
  const read = (async () => {
    const reader = response.body!.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      said.text += Buffer.from(piece.value).toString();
      for (const look of waiting) look();
    }
  })();
  heard.ended = read.catch(() => {});
  if (response.status !== 200) await heard.ended;
  return heard;
}
