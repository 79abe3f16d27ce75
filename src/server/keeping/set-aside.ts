import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Result } from '#domain/result.ts';

/** What SQLite writes beside a file, and takes for a part of whichever file has that name. */
const logs = ['-wal', '-shm', '-journal'];

/** Removes a copy, and every log that bears its name; it need not be there. */
export async function removeCopy(path: string): Promise<void> {
  for (const end of ['', ...logs]) await rm(`${path}${end}`, { force: true });
}

/**
 * Gives a file and the logs that bear its name another name, or logs alone that a lost file has left.
 * Answers with the way to undo that.
 */
export async function setAside(path: string, aside: string): Promise<() => Promise<void>> {
  const moved = ['', ...logs].filter((end) => existsSync(`${path}${end}`));
  for (const end of moved) await rename(`${path}${end}`, `${aside}${end}`);
  return async () => {
    for (const end of moved) await rename(`${aside}${end}`, `${path}${end}`);
  };
}

/** Removes the copy again where what is done with it is refused, or fails. */
export async function keepOnlyIfWell<Value, Refused>(
  copy: string,
  use: () => Promise<Result<Value, Refused>>,
): Promise<Result<Value, Refused>> {
  let isWell = false;
  try {
    const used = await use();
    isWell = used.ok;
    return used;
  } finally {
    if (!isWell) await removeCopy(copy);
  }
}
