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
      'read-today           | - -        | self other | self other',
      'read-outcomes        | - -        | self other | self other',
      'read-pack            | - -        | - -        | self other',
      'read-policy          | self other | self other | self other',
      'change-policy        | - -        | - -        | self other',
      'set-requirements     | - -        | - -        | self other',
      'list-needs           | - -        | - -        | self other',
      'mark-reasons         | - -        | - other    | - other',
      'hold-discussion      | - -        | - other    | - other',
      'write-account        | self -     | self -     | self -',
      'answer-account       | - -        | - other    | - other',
      'record-witness       | - -        | - other    | - other',
      'sign-certificate     | - -        | - other    | - other',
      'arrange              | - -        | - other    | - other',
      'supervise            | - -        | - other    | - other',
      'note-supervision     | self -     | self other | self other',
      'give-duty            | - -        | - -        | - other',
      'record-delegation    | - -        | - -        | - other',
      'act-on-alert         | - -        | - other    | - other',
      'record-training      | - -        | - -        | self other',
      'calibrate            | - -        | self -     | self -',
      'read-calibration     | - -        | - -        | self other',
    ]);
  });

  test('with nobody named, only what holds for everybody is allowed', () => {
    const allowed = (role: (typeof roles)[number]) =>
      (Object.keys(permissions) as Action[]).filter((action) => may({ id: 'me', role }, action));
    expect(allowed('worker')).toEqual(['read-policy']);
    expect(allowed('assessor')).toEqual([
      'read-record',
      'read-team',
      'read-library',
      'read-today',
      'read-outcomes',
      'read-policy',
      'note-supervision',
    ]);
    expect(allowed('manager')).toEqual([
      'read-record',
      'read-team',
      'read-library',
      'assign',
      'add-person',
      'read-today',
      'read-outcomes',
      'read-pack',
      'read-policy',
      'change-policy',
      'set-requirements',
      'list-needs',
      'note-supervision',
      'record-training',
      'read-calibration',
    ]);
  });
});
