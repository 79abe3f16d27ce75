import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rateLimits } from '#domain/access/rate-limits.ts';
import { freeFailures, freeFailuresOnTablet } from '#domain/access/slow-down.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');

describe.each(['security.md', 'threat-model.md'])('docs/%s', (name) => {
  const text = read(name);

  test('names only files that there are', () => {
    const named = [...text.matchAll(/`((?:tests|src|docs|db)\/[\w./[\]-]+)`/g)].map(([, path]) =>
      join(root, path!),
    );
    const linked = [...text.matchAll(/\]\(((?!https?:|#)[^)]+)\)/g)].map(([, path]) =>
      resolve(root, 'docs', path!),
    );
    expect(linked.length).toBeGreaterThan(0);
    expect([...named, ...linked].filter((path) => !existsSync(path))).toEqual([]);
  });
});

test('every chapter of the standard is gone through, in order', () => {
  const chapters = [...read('security.md').matchAll(/^### V(\d+) /gm)].map(([, n]) => Number(n));
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
});

test('the limits that are told are those of the code', () => {
  const text = read('security.md').replaceAll(/\s+/g, ' ');
  const { writes } = rateLimits;
  expect(text).toContain(
    `${rateLimits['ways-in'].times} in ${rateLimits['ways-in'].seconds / 60} minutes`,
  );
  expect(text).toContain(`| ${writes.times.toLocaleString('en-GB')} a minute |`);
  expect(text).toContain(`| ${rateLimits['heavy-reads'].times} a minute |`);
  expect(text).toContain(`| ${freeFailures} in a row, then 30 seconds`);
  expect(text).toContain(`| ${freeFailuresOnTablet} in a row, then the same |`);
});
