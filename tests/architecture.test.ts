import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findImportBreaches,
  findNameBreach,
  findSizeBreach,
  readImports,
} from './support/import-rules.ts';

const root = join(import.meta.dirname, '..');
const isText = /\.(ts|tsx|mjs|astro|css)$/;
const isTest = /\.test\.tsx?$/;

const listFiles = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isText.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const files = ['src', 'db'].flatMap(listFiles).map((path) => ({
  path,
  source: readFileSync(join(root, path), 'utf8'),
}));
const nothing: string[] = [];

describe('the rooms of the house', () => {
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  test('every import keeps to the table', () => {
    // A test may read what it tests from outside; examples stay bound like the component beside them.
    const bound = files.filter(({ path }) => !isTest.test(path));
    expect(bound.flatMap(({ path, source }) => findImportBreaches(path, source))).toEqual(nothing);
  });

  test('every file is named for what it does', () => {
    expect(files.flatMap(({ path }) => findNameBreach(path) ?? [])).toEqual(nothing);
  });

  test('no file holds more than one subject', () => {
    expect(files.flatMap(({ path, source }) => findSizeBreach(path, source) ?? [])).toEqual(
      nothing,
    );
  });
});

describe('the checker catches', () => {
  test.each([
    ['src/domain/a/b.ts', "import { readFile } from 'node:fs';"],
    ['src/domain/a/b.ts', "import { db } from '#db';"],
    ['src/domain/a/b.ts', "export * from '../../server/start-attempt.ts';"],
    ['src/domain/a/b.ts', "import {\n  one,\n  two,\n} from 'drizzle-orm';"],
    ['src/domain/a/b.ts', "const later = await import('#server/content.ts');"],
    ['db/attempts.ts', "import { Scenario } from '#domain/scenario/schema.ts';"],
    ['db/attempts.ts', "import type { Verb } from '#server/start-attempt.ts';"],
    ['src/server/start-attempt.ts', "import Page from '../layouts/Page.astro';"],
    ['src/pages/home.astro', "---\nimport { attempts } from '#db/schema.ts';\n---\n<p></p>"],
    ['src/pages/api/decisions.ts', "import { eq } from 'drizzle-orm';"],
    ['src/islands/Scene.tsx', "import type { View } from '#server/profile/read-profile.ts';"],
    ['src/components/Notice.astro', "---\nimport '../../db/client.ts';\n---"],
  ])('%s: %s', (path, source) => {
    expect(findImportBreaches(path, source)).toHaveLength(1);
  });

  test.each([
    ['src/domain/a/b.ts', "import { z } from 'zod';\nimport { ok } from '../result.ts';"],
    ['src/domain/a/b.ts', "import cdf from '@stdlib/stats-base-dists-beta-cdf';"],
    ['src/domain/a/b.ts', "// import { db } from '#db';\n/* import '#db'; */\nconst a = 'b';"],
    ['db/attempts.ts', "import type { Attempt } from '#domain/attempt/attempt.ts';"],
    [
      'src/pages/home.astro',
      "---\nimport { readProfile } from '#server/profile/read-profile.ts';\n---",
    ],
    ['src/islands/Scene.tsx', "import { createSignal } from 'solid-js';"],
    ['src/middleware.ts', "import { openDatabase } from '#db';"],
  ])('nothing in %s: %s', (path, source) => {
    expect(findImportBreaches(path, source)).toEqual(nothing);
  });

  test('an import that is only of types', () => {
    expect(
      readImports("import type { A } from './a.ts';\nimport { type B } from './b.ts';"),
    ).toEqual([
      { target: './a.ts', type: true },
      { target: './b.ts', type: false },
    ]);
  });

  test('a vague name and a long file', () => {
    expect(findNameBreach('src/server/date-utils.ts')).toBeDefined();
    expect(findNameBreach('src/domain/manager.ts')).toBeDefined();
    expect(findNameBreach('src/server/invite-manager.ts')).toBeUndefined();
    expect(findSizeBreach('src/a.ts', 'line\n'.repeat(251))).toBeDefined();
    expect(findSizeBreach('src/a.ts', 'line\n'.repeat(250))).toBeUndefined();
  });
});
