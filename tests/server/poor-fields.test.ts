import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsIn, leaks } from '../support/faults.ts';
import { soundForms, spoil } from '../support/poor-fields.ts';
import { startSignedInCast, type SignedInCast } from '../support/signed-in-cast.ts';

let cast: SignedInCast;
beforeAll(async () => {
  cast = await startSignedInCast();
}, 240_000);
afterAll(() => cast.stop());

describe.each(soundForms)('%s, POST %s with %j', (who, path, fixed, sound) => {
  test('each field spoilt in turn is refused, never a fault', async () => {
    const filled = (fields: Record<string, string>) =>
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cast.fill(value)]));
    for (const [what, body] of spoil(filled(fixed), filled(sound))) {
      const { status, body: answer } = await cast.as[who].send(cast.fill(path), {
        method: 'POST',
        body,
        headers: { accept: 'text/html', origin: cast.service.address },
      });
      expect(status, `${what}: ${answer.slice(0, 200)}`).toBeLessThan(500);
      expect(answer, what).not.toMatch(leaks);
    }
  }, 60_000);
});

test('after all that the service still answers, and has no fault in its log', async () => {
  expect((await cast.as.self.get('/home')).status).toBe(200);
  expect(faultsIn(cast.service.output())).toEqual([]);
});
