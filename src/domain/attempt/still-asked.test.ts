import { expect, test } from 'vitest';
import { stillAsked } from './still-asked.ts';

const asked = (slug: string, dueOn: string, at = '2026-11-01T09:00:00.000Z') => ({
  slug,
  dueOn,
  at,
});

test('of several about one scenario, the one due first is shown', () => {
  const [late, soon, other] = [
    asked('hall', '2026-12-02'),
    asked('hall', '2026-12-01'),
    asked('stairs', '2026-12-03'),
  ];
  expect(stillAsked([late, soon, other], [])).toEqual([soon, other]);
});

test('what was finished since is done, what was finished before is not', () => {
  const before = asked('hall', '2026-12-01', '2026-11-01T09:00:00.000Z');
  const after = asked('hall', '2026-12-08', '2026-11-10T09:00:00.000Z');
  const attempts = [
    { slug: 'hall', finishedAt: '2026-11-05T09:00:00.000Z' },
    { slug: 'hall', finishedAt: null },
    { slug: 'stairs', finishedAt: '2026-11-20T09:00:00.000Z' },
  ];
  expect(stillAsked([before, after], attempts)).toEqual([after]);
});
