import { prepare } from '#server/prepare.ts';
import type { PreparedMessage, ToPrepare } from './prepare-service.ts';

/** Prepares one database after the other: one that cannot be does not keep the others from it. */
async function prepareAll(databases: readonly ToPrepare[]): Promise<PreparedMessage> {
  const done: PreparedMessage['done'] = [];
  for (const { databaseUrl: url, sample } of databases) {
    try {
      const prepared = await prepare({ url, sample }, console.log);
      const { lines } = prepared.ok ? prepared.value : prepared.problem;
      done.push({ ready: prepared.ok, lines });
    } catch (error) {
      // Content that cannot be trusted is the same for all of them.
      if (error instanceof Error && 'lines' in error && Array.isArray(error.lines))
        return { lines: error.lines as string[] };
      if (databases.length === 1) throw error;
      done.push({ ready: false, lines: [error instanceof Error ? error.message : String(error)] });
    }
  }
  return { done };
}

process.once('message', (databases: ToPrepare[]) => {
  // An error of ours ends the process, which tells of it by its exit code.
  void prepareAll(databases).then((message) => {
    process.send?.(message);
    process.disconnect();
  });
});
