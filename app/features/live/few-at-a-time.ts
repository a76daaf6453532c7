/**
 * Lets pieces of work run a few at a time, in the order in which they came.
 * @param most how many run at once
 */
export function fewAtATime(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = () => {
    running--;
    waiting.shift()?.();
  };
  return async (work) => {
    if (running >= most) await new Promise<void>((mine) => void waiting.push(mine));
    running++;
    return work().finally(next);
  };
}
