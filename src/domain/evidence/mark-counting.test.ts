import { expect, test } from 'vitest';
import { markCounting } from './mark-counting.ts';

test('what counts is met by everybody, the first of its point, and recent', () => {
  const finishedAt = '2026-11-01T10:00:00.000Z';
  const rows = [
    { anchor: 'door', finishedAt },
    { anchor: null, finishedAt },
    { anchor: 'door', finishedAt },
    { anchor: 'kitchen', finishedAt },
  ];
  const said = (since: string) => markCounting(rows, since).map(({ counting }) => counting);
  expect(said('2024-11-21T10:00:00.000Z')).toEqual([
    'counts',
    'feedback-only',
    'counted-before',
    'counts',
  ]);
  expect(said('2026-11-02T10:00:00.000Z')).toEqual([
    'too-old',
    'feedback-only',
    'counted-before',
    'too-old',
  ]);
});
