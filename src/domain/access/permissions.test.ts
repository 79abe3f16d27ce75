import { describe, expect, test } from 'vitest';
import { may, permissions, type Action } from './permissions.ts';
import { roles } from './person.ts';

const printed = (Object.keys(permissions) as Action[]).map((action) => {
  const cells = roles.map((role) => {
    const actor = { id: 'me', role };
    const own = may(actor, action, 'me') ? 'self' : '-';
    const others = may(actor, action, 'somebody-else') ? 'other' : '-';
    return `${own} ${others}`.padEnd(10);
  });
  return `${action.padEnd(21)}| ${cells.join(' | ')}`.trimEnd();
});

describe('who may do what', () => {
  test('the whole table: worker | assessor | manager', () => {
    expect(printed).toEqual([
      'play                 | self -     | self -     | self -',
      'read-record          | self -     | self other | self other',
      'read-team            | - -        | self other | self other',
      'read-library         | - -        | self other | self other',
      'observe              | - -        | - other    | - other',
      'reply-to-observation | self -     | self -     | self -',
      'record-debrief       | - -        | - other    | - other',
      'assign               | - -        | - -        | self other',
      'add-person           | - -        | - -        | self other',
      'reset-access         | - -        | - -        | - other',
    ]);
  });

  test('with nobody named, only what holds for everybody is allowed', () => {
    const allowed = (role: (typeof roles)[number]) =>
      (Object.keys(permissions) as Action[]).filter((action) => may({ id: 'me', role }, action));
    expect(allowed('worker')).toEqual([]);
    expect(allowed('assessor')).toEqual(['read-record', 'read-team', 'read-library']);
    expect(allowed('manager')).toEqual([
      'read-record',
      'read-team',
      'read-library',
      'assign',
      'add-person',
    ]);
  });
});
