import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db';
import { tellComparison } from '#domain/simulation/tell-comparison.ts';
import { replayAll } from '#server/replay-all.ts';
import { compareYear } from '#server/simulation/compare-year.ts';
import { countService, tellService } from '#server/simulation/count-service.ts';
import { openYear } from '#server/simulation/open-year.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    workers: { type: 'string', default: '40' },
    replay: { type: 'boolean', default: false },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'in-practice-year-'));
const db = await openDatabase(`file:${join(folder, 'year.db')}`);
const say = (line = '') => console.log(line);
try {
  const begun = performance.now();
  const now = new Date();
  const [seed, count] = [Number(values.seed), Number(values.workers)];
  const year = await openYear(db, { seed, count, now, say });
  say(
    `A year of ${count} workers, seed ${seed}: ${Math.round((performance.now() - begun) / 1000)} s.`,
  );
  for (const level of [2, 3] as const) {
    const compared = await compareYear(db, year, now.toISOString(), level);
    const enough = compared.filter((one) => one.enough);
    say();
    say(
      `Level ${level}: ${enough.length} of ${compared.length} claims have as much evidence as it asks for.`,
    );
    for (const line of tellComparison(enough)) say(line);
    say('All claims:');
    for (const line of tellComparison(compared)) say(line);
  }
  say();
  const counts = await countService(db, year.observers[0]!.person, now.toISOString());
  for (const line of tellService(counts)) say(line);
  if (values.replay) {
    const { attempts, differences } = await replayAll(db);
    say();
    say(`${attempts} attempts replayed, ${differences.length} differ from what is stored.`);
  }
} finally {
  db.close();
  await rm(folder, { recursive: true, force: true });
}
