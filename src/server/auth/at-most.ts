/** Runs tasks so that at most `limit` are under way at a time; the rest wait in order. */
export function atMost(limit: number) {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async <Value>(task: () => Promise<Value>): Promise<Value> => {
    if (running >= limit) await new Promise<void>((start) => waiting.push(start));
    else running += 1;
    try {
      return await task();
    } finally {
      // A finished task hands its place on, so that nobody newly arrived can take it first.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
