import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord, readRecords } from '#db';
import { freshService, ways, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await freshService();
});
afterAll(() => service.remove());

test('everybody read at once is what each is read by themselves, to the last digit', async () => {
  const people = [await service.add('one'), await service.add('two')];
  for (const [at, person] of people.entries())
    await service.play(person, await service.begin(person), at ? ways.harmful : ways.sound);
  await service.db.client.execute('UPDATE evidence SET credit = 1.0 / 3.0, weight = 0.1 + 0.2');
  const all = await readRecords(service.db);
  for (const { id } of people) {
    const alone = await readRecord(service.db, id);
    expect(alone.evidence.length).toBeGreaterThan(1);
    expect(alone.evidence[0]!.credit).toBe(1 / 3);
    expect(all.get(id)).toEqual(alone);
  }
});
