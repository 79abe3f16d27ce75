import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isBuildStale } from '../../src/serve/build-if-stale.ts';
import { hashSources } from '../../src/serve/hash-sources.ts';
import { makeDatabaseFolder } from '../../src/serve/make-database-folder.ts';
import { readSettings } from '../../src/serve/read-settings.ts';
import { writeStamp } from '../../src/serve/stamp-build.ts';

describe('starting', () => {
  test('settings have plain defaults', () => {
    expect(readSettings({})).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 4321,
        databaseUrl: 'file:data/in-practice.db',
        sample: 'year',
        https: false,
        logLevel: 'info',
        allowedHosts: [],
        metricsPort: undefined,
        proxies: expect.anything(),
        rateFactor: 1,
      },
    });
  });

  test.each([
    { PORT: 'http' },
    { PORT: '70000' },
    { LOG_LEVEL: 'loud' },
    { SAMPLE: 'some' },
    { TRUST_PROXY: 'all' },
    { METRICS_PORT: 'on' },
    { RETENTION: 'yes' },
    { RATE_LIMITS: '0' },
    { RATE_LIMITS: 'on' },
  ])('refuses %o', (env) => {
    expect(readSettings(env).ok).toBe(false);
  });

  test('sample off and a public https address are understood', () => {
    const settings = readSettings({ SAMPLE: 'off', ORIGIN: 'https://practice.example' });
    expect(settings).toMatchObject({ ok: true, value: { sample: 'off', https: true } });
  });

  test('the pages are built again when a source has changed, not when a test has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'in-practice-start-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src', 'page.ts'), 'one');
    mkdirSync(join(folder, 'dist', 'server'), { recursive: true });
    expect(isBuildStale(folder)).toBe(true);
    writeFileSync(join(folder, 'dist', 'server', 'entry.mjs'), '');
    expect(isBuildStale(folder)).toBe(true);
    writeStamp(folder, hashSources(folder));
    expect(isBuildStale(folder)).toBe(false);
    writeFileSync(join(folder, 'src', 'page.test.ts'), 'one');
    expect(isBuildStale(folder)).toBe(false);
    writeFileSync(join(folder, 'src', 'page.ts'), 'two');
    expect(isBuildStale(folder)).toBe(true);
  });

  test('the folder of a database file is made, and nothing for a remote one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'in-practice-start-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    makeDatabaseFolder(`file:${join(folder, 'a', 'b.db')}`);
    makeDatabaseFolder('libsql://practice.example');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test.each(['20.1.0', '24.15.9'])(
    'Node %s is refused before anything is read',
    async (version) => {
      const old = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
      const server = join(import.meta.dirname, '..', '..', 'server.mjs');
      const refused = promisify(execFile)(process.execPath, ['--import', old, server]);
      await expect(refused).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('In Practice needs Node 24.16 or later'),
      });
    },
  );
});
