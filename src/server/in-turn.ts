const lines = new Map<string, Promise<unknown>>();

/** Runs tasks of the same key one after another, so that none acts on what another is changing. */
export async function inTurn<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
  const before = lines.get(key) ?? Promise.resolve();
  const mine = before.then(task, task);
  lines.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lines.get(key) === mine) lines.delete(key);
  }
}
