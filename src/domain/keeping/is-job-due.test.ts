import { expect, test } from 'vitest';
import { isJobDue, type JobRun } from './is-job-due.ts';

const run = (ranAt: string, state: JobRun['state'] = 'done'): JobRun => ({ ranAt, state });
const daily = { everyHours: 24 };
const atTwo = { everyHours: 24, dailyAt: '02:00' };

test.each([
  ['never ran', daily, undefined, true],
  ['ran 23 hours ago', daily, run('2026-03-01T13:00:00.000Z'), false],
  ['ran a day ago', daily, run('2026-03-01T12:00:00.000Z'), true],
  ['runs, and began 59 minutes ago', daily, run('2026-03-02T11:01:00.000Z', 'running'), false],
  ['never ended in an hour', daily, run('2026-03-02T11:00:00.000Z', 'running'), true],
  ['failed an hour ago', daily, run('2026-03-02T11:00:00.000Z', 'failed'), true],
  ['failed a moment ago', daily, run('2026-03-02T11:59:00.000Z', 'failed'), false],
  ['a minute ahead: another clock', daily, run('2026-03-02T12:01:00.000Z'), false],
  ['a year ahead: the clock was set back', daily, run('2027-03-02T12:00:00.000Z'), true],
  ['ran before two this morning', atTwo, run('2026-03-02T01:59:00.000Z'), true],
  ['ran at two this morning', atTwo, run('2026-03-02T02:00:00.000Z'), false],
  [
    'of a quarter of an hour, failed',
    { everyHours: 0.25 },
    run('2026-03-02T11:45:00.000Z', 'failed'),
    true,
  ],
])('a job that %s', (_, times, last, due) => {
  expect(isJobDue(times, last, '2026-03-02T12:00:00.000Z')).toBe(due);
});

test('a daily time that is still to come today counts from yesterday', () => {
  const night = '2026-03-02T01:00:00.000Z';
  expect(isJobDue(atTwo, run('2026-03-01T02:00:01.000Z'), night)).toBe(false);
  expect(isJobDue(atTwo, run('2026-03-01T01:59:59.000Z'), night)).toBe(true);
});
