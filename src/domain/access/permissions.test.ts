import { describe, expect, test } from 'vitest';
import {
  may,
  notAfterLeaving,
  organisation,
  permissions,
  reaches,
  relations,
  relationTo,
  standings,
  type Action,
  type Relation,
  type Standing,
} from './permissions.ts';
import type { Actor } from './person.ts';

const actions = Object.keys(permissions) as Action[];
const me = (standing: Standing, more: Partial<Actor> = {}): Actor => ({
  ...{ id: 'me', services: ['ash', 'birch'], everywhere: false },
  role: standing === 'tablet' ? 'manager' : standing,
  onTablet: standing === 'tablet',
  ...more,
});
const subjects = {
  self: { id: 'me', services: ['ash'] },
  'same-service': { id: 'colleague', services: ['birch', 'elm'] },
  'other-service': { id: 'somebody-else', services: ['elm'] },
  stranger: { id: 'somebody-else', services: ['ash'] },
} as const;

/** What is answered, not what is written: the table as the code runs on it. */
const answered = (action: Action, standing: Standing, relation: Relation): boolean =>
  may(relation === 'stranger' ? null : me(standing), action, subjects[relation]);

/** Somebody none of whose services is another's. */
const onlyHere = { id: 'colleague', services: ['birch'], role: 'assessor' } as const;

const short = { self: 'self', 'same-service': 'same', 'other-service': 'other', stranger: 'any' };

function print(): string {
  const rows = actions.map((action) => {
    const cells = standings.map((standing) => {
      const open = relations.filter((relation) => answered(action, standing, relation));
      const all = !open.includes('same-service') && may(me(standing), action, onlyHere);
      return (
        [...open.map((relation) => short[relation]), ...(all ? ['all'] : [])].join(', ') || '-'
      );
    });
    return `| ${action} | ${cells.join(' | ')} |`;
  });
  return [
    '# Who may do what',
    '',
    'Printed by a test from the code that decides (`src/domain/access/permissions.ts`); it fails when',
    'the two differ. *self*: their own record. *same*: somebody at a service they belong to. *other*:',
    'somebody at another service. Nobody who is not signed in may do any of it. *tablet*: anybody who',
    'signed in with a PIN on a shared tablet, whatever their role. *all*: somebody all of whose services they',
    'belong to; for `reset-access` a worker at one of them is enough.',
    '',
    `| action | ${standings.join(' | ')} |`,
    `| --- | ${standings.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}

describe('who may do what', () => {
  test('is what the document says, action by standing by relation', async () => {
    await expect(print()).toMatchFileSnapshot('../../../docs/permissions.md');
  });

  test('is nothing at all for strangers', () => {
    expect(actions.filter((action) => may(null, action, subjects.self))).toEqual([]);
    expect(actions.filter((action) => may(null, action))).toEqual([]);
  });

  test('is nothing for somebody who has left', () => {
    const left = me('manager', { leftAt: '2026-11-01T09:00:00.000Z' });
    expect(actions.filter((action) => may(left, action, subjects.self))).toEqual([]);
  });

  test('is for those who have left nothing that looks ahead, or lets them in', () => {
    const colleague = { ...onlyHere, leftAt: '2026-11-01T09:00:00.000Z' };
    const refused = actions.filter((one) => may(me('manager'), one, onlyHere));
    expect(refused.filter((one) => !may(me('manager'), one, colleague)).sort()).toEqual(
      [...notAfterLeaving].sort(),
    );
  });

  test('is at other services what nobody minds, whatever the role', () => {
    for (const standing of standings)
      expect(actions.filter((one) => answered(one, standing, 'other-service'))).toEqual([
        'read-policy',
      ]);
  });

  test.each(['reset-access', 'record-leaving', 'erase-record'] as const)(
    '%s of somebody with more services is for whoever belongs to all of those',
    (action) => {
      const everywhere = {
        id: 'boss',
        services: ['ash', 'birch'],
        role: 'manager',
        everywhere: true,
      } as const;
      const both = { id: 'both', services: ['birch', 'elm'], role: 'assessor' } as const;
      const here = { ...both, services: ['birch'] };
      const boss = me('manager', { everywhere: true });
      const asked = [everywhere, both, here] as const;
      expect(asked.map((one) => may(me('manager'), action, one))).toEqual([false, false, true]);
      expect(asked.map((one) => may(boss, action, one))).toEqual([true, true, true]);
    },
  );

  test('a new way in for a worker needs one service in common', () => {
    const worker = { id: 'w', services: ['birch', 'elm'], role: 'worker' } as const;
    expect(may(me('manager'), 'reset-access', worker)).toBe(true);
    expect(may(me('manager'), 'record-leaving', worker)).toBe(false);
  });

  test('is with nobody named what holds for everybody there, oneself included', () => {
    for (const standing of standings)
      for (const action of actions)
        expect([action, may(me(standing), action)]).toEqual([
          action,
          answered(action, standing, 'self') && answered(action, standing, 'same-service'),
        ]);
  });
});

describe('how somebody stands to a record', () => {
  const everywhere = me('manager', { services: [], everywhere: true });
  test.each([
    ['their own', me('worker'), subjects.self, 'self'],
    ['one service shared of several', me('assessor'), subjects['same-service'], 'same-service'],
    ['no service shared', me('manager'), subjects['other-service'], 'other-service'],
    ['no services at all', me('manager'), { id: 'new', services: [] }, 'other-service'],
    ['whoever is everywhere', everywhere, { id: 'new', services: [] }, 'same-service'],
    ['all services, by some', me('manager'), organisation, 'other-service'],
    ['all services, by whoever is everywhere', everywhere, organisation, 'same-service'],
    ['signed out', null, subjects.self, 'stranger'],
  ] as const)('%s', (_, actor, subject, relation) => {
    expect(relationTo(actor, subject)).toBe(relation);
  });

  test('decides whom their lists are about', () => {
    const all = Object.values(subjects).slice(0, 3);
    expect(all.filter((one) => reaches(me('manager'), one)).map(({ id }) => id)).toEqual([
      'me',
      'colleague',
    ]);
  });
});
