import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSample, markKind } from '#db';
import { prepare } from '#server/prepare.ts';
import { freshService, type TestService } from '../support/service.ts';

let service: TestService;

beforeEach(async () => {
  service = await freshService();
});
afterEach(() => service.remove());

const at = '2026-11-21T09:00:00.000Z';

test('a database made as a sample is not served as the real thing, and it is said what to do', async () => {
  await markKind(service.db, 'sample', at);
  const refused = await prepare({ url: service.db.url, sample: 'off' });
  if (refused.ok) throw new Error('it was let through');
  expect(refused.problem.lines.join(' ')).toMatch(/made as a sample.*DATABASE_URL=file:/);
  expect((await prepare({ url: service.db.url, sample: 'small' })).ok).toBe(true);
});

test('a real one stays real, whatever it is started as', async () => {
  await markKind(service.db, 'live', at);
  for (const sample of ['small', 'off'] as const)
    expect((await prepare({ url: service.db.url, sample })).ok).toBe(true);
  expect(await isSample(service.db)).toBe(false);
});
