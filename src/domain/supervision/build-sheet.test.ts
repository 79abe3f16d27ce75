import { expect, test } from 'vitest';
import { evidence, record, soundJudgement, soundPractice } from '../../../tests/support/records.ts';
import { policy as firstPolicy } from '../../../tests/support/first-policy.ts';
import type { Evidence, Seen } from '../evidence/evidence.ts';
import { foldProfile } from '../profile/fold-profile.ts';
import { buildSheet, cut, type SheetSources } from './build-sheet.ts';
import { Sheet, sheetParts, withoutHidden } from './sheet.ts';

const at = '2026-11-22T09:00:00.000Z';
const of = (competency: string) => (row: Evidence) => ({ ...row, competency });
const met = { evidence: soundJudgement(2), seen: soundPractice() };
const harm = evidence('oak', '2026-11-01', { harmful: true, credit: 0, competency: 'IP-02' });
const shown = soundJudgement(2).map(of('IP-03'));
const low = soundPractice().map((row): Seen => ({ ...row, competency: 'IP-04', entrustment: 1 }));
const apart = soundJudgement(2).map(of('IP-04'));

const sources = (more: Partial<SheetSources> = {}): SheetSources => ({
  at,
  policyVersion: firstPolicy.version,
  well: 3,
  personId: 'ada',
  role: 'Care or support worker',
  standings: foldProfile(
    record({
      evidence: [...met.evidence, harm, ...shown, ...apart],
      seen: [...met.seen, ...low],
    }),
    firstPolicy,
    at,
    ['IP-01', 'IP-02', 'IP-03', 'IP-04', 'IP-05'],
  ).map((one) => ({ ...one, title: one.competency })),
  observations: [],
  reflections: [],
  gaps: [],
  ...more,
});
const titles = (sheet: Sheet, part: (typeof sheetParts)[number]) =>
  sheet[part].lines.map(({ title }) => title);

test('what went well comes first, and each thing stands in one part', () => {
  const sheet = buildSheet(
    sources({
      gaps: [
        { competency: 'IP-02', title: 'IP-02', level: 2, says: 'Talk.' },
        { competency: 'IP-05', title: 'IP-05', level: 2, says: 'Play.' },
      ],
    }),
  );
  expect(sheetParts.slice(0, 3)).toEqual(['met', 'shown', 'praised']);
  expect(titles(sheet, 'met')).toEqual(['IP-01, level 2']);
  expect(titles(sheet, 'shown')).toEqual(['IP-03, level 2']);
  expect(titles(sheet, 'conflicts')).toEqual(['IP-04, level 2']);
  expect(titles(sheet, 'concerns')).toEqual(['IP-02, level 2']);
  expect(titles(sheet, 'gaps')).toEqual(['IP-05, level 2']);
  expect(titles(sheet, 'next')).toEqual(['IP-03, level 2']);
});

test('an observation went well only where all that was seen could be trusted', () => {
  const observation = (id: string, ...levels: number[]) => ({
    id,
    observer: 'Tom',
    observedAt: '2026-11-01T09:00:00.000Z',
    seen: `What ${id} saw.`,
    trust: levels.map((entrustment, one) => ({ competency: `IP-0${one + 1}`, entrustment })),
  });
  const sheet = buildSheet(
    sources({ observations: [observation('good', 4, 3), observation('mixed', 5, 2)] }),
  );
  expect(sheet.praised.lines.map(({ says }) => says[0])).toEqual(['What good saw.']);
});

test('a part holds so much that all goes on two sides, and says how much more there is', () => {
  const gaps = Array.from({ length: 20 }, (_, one) => ({
    competency: `IP-${one + 10}`,
    title: `Thing ${one}`,
    level: 2 as const,
    says: 'Play.',
  }));
  const { gaps: part } = buildSheet(sources({ gaps }));
  expect(part.lines.length + part.more).toBe(20);
  expect(part.lines.length).toBeLessThanOrEqual(8);
});

test('a line that tells of a hidden competency is taken out, and counted', () => {
  const reflection = {
    attemptId: 'a',
    scenario: 'Oak',
    words: 'Mine.',
    at,
    competencies: ['IP-05', 'IP-02'],
  };
  const whole = buildSheet(sources({ reflections: [reflection] }));
  const { sheet, hidden } = withoutHidden(whole, (id) => id === 'IP-02');
  expect(hidden).toBe(2);
  expect(sheet.concerns.lines).toEqual([]);
  expect(sheet.reflections.lines).toEqual([]);
  expect(sheet.met).toEqual(whole.met);
  expect(withoutHidden(whole, () => false)).toEqual({ sheet: whole, hidden: 0 });
});

test('a sheet is read as it was written', () => {
  const sheet = buildSheet(sources());
  expect(Sheet.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
});

test('long words are cut at a word', () => {
  expect(cut('one two three', 50)).toBe('one two three');
  expect(cut('one two three', 9)).toBe('one two …');
  expect(cut('x'.repeat(30), 10)).toBe(`${'x'.repeat(5)} …`);
});
