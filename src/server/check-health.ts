import { openService } from './open-service.ts';

/** Whether the database answers in time. */
export async function checkHealth(
  ask: () => Promise<unknown> = askDatabase,
  limitMs = 2_000,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(done, limitMs, false);
  });
  const answered = ask().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function askDatabase() {
  const { db } = await openService();
  return db.client.execute('select 1');
}
