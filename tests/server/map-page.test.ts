import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSignedInCast, type SignedInCast } from '../support/signed-in-cast.ts';

let cast: SignedInCast;
let whys: string[];
beforeAll(async () => {
  cast = await startSignedInCast();
  const content = await cast.one(
    "SELECT content FROM scenario_versions WHERE slug = 'on-the-floor'",
  );
  whys = [...content.matchAll(/"why":"([^"\\]{20,})/g)].map(([, why]) => why!.slice(0, 40));
}, 240_000);
afterAll(() => cast.stop());

const map = '/scenarios/on-the-floor/map';
/** The text of a page as it is read. */
const plainly = (html: string) =>
  html
    .replaceAll('&#39;', '’')
    .replaceAll("'", '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const keysIn = (html: string) => whys.filter((why) => plainly(html).includes(plainly(why))).length;

describe('the page of a map', () => {
  test('there are keys to look for', () => {
    expect(whys.length).toBeGreaterThan(20);
  });

  test('holds nothing of the keys until somebody asks for them', async () => {
    const { body, status } = await cast.as.assessor.get(map);
    expect([status, keysIn(body)]).toEqual([200, 0]);
    expect(body).toContain('Show the map and its answers');
    expect(body).not.toContain('map-card');
  });

  test('cannot be asked for by a worker, or from elsewhere', async () => {
    expect((await cast.as.self.post(map)).status).toBe(404);
    expect((await cast.as.stranger.post(map)).goes).toMatch(/^\/sign-in/);
    expect(
      (await cast.as.manager.post(map, {}, { origin: 'https://elsewhere.example' })).status,
    ).toBe(403);
    expect((await cast.as.manager.get(map)).body).not.toContain('map-card');
  });

  test('then shows all of them, drawn and told, with no style of its own', async () => {
    const asked = await cast.as.assessor.post(map);
    expect([asked.status, asked.goes]).toEqual([303, map]);
    const { body, headers } = await cast.as.assessor.get(map);
    expect(keysIn(body)).toBe(whys.length);
    const drawn = [...body.matchAll(/href="#scene-([a-z0-9-]+)" transform/g)].map(([, id]) => id);
    const told = [...body.matchAll(/data-scene="([a-z0-9-]+)"/g)].map(([, id]) => id);
    expect(drawn.length).toBeGreaterThan(10);
    expect(told).toEqual(drawn);
    expect(body).not.toMatch(/\sstyle=|<style/);
    expect(headers.get('cache-control')).toMatch(/no-store/);
  });

  test('opens to nobody else for that, and is another size by a plain link', async () => {
    expect((await cast.as.manager.get(map)).body).not.toContain('map-card');
    const sizeOf = async (zoom: string) =>
      Number(
        /class="map-drawing"[^>]*\bwidth="(\d+)"/.exec(
          (await cast.as.assessor.get(`${map}?zoom=${zoom}`)).body,
        )?.[1],
      );
    const natural = await sizeOf('100');
    expect(await sizeOf('150')).toBe(Math.round(natural * 1.5));
    expect(await sizeOf('constructor')).toBe(natural);
  });

  test('stays closed in the middle of an assessed attempt', async () => {
    await cast.as.manager.post('/scenarios/on-the-floor');
    const asked = await cast.as.manager.post(map);
    expect(asked.goes).toBe(map);
    const { body } = await cast.as.manager.get(map);
    expect(body).toContain('in the middle of an assessed attempt');
    expect([keysIn(body), body.includes('map-card')]).toEqual([0, false]);
  });
});
