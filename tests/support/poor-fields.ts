import { longWords as words } from './long-words.ts';
import type { Who } from './signed-in-cast.ts';
import { staffFile } from './workforce-files.ts';

type Fields = Record<string, string>;
const day = '2099-01-01';
const brought = staffFile({
  LOCALESTID: 'LARK-HC',
  UNIQUEWORKERID: 'W-1',
  DISPLAYID: 'Nobody Yet',
  CWPCATEGORY: '',
});

/**
 * Every form that stores something, filled in soundly, with who may send it: the fields that lead to a
 * verb stay as they are while the others are spoilt one after another.
 */
export const soundForms: [Who, string, Fields, Fields][] = [
  ['manager', '/people/:joan/duties', { act: 'give' }, { duty: 'medicines-alone' }],
  ['manager', '/people/:joan/duties', { act: 'end-duty' }, { id: ':duty', why: words }],
  ['manager', '/people/:joan/duties', { act: 'end-task' }, { id: ':duty', why: words }],
  [
    'manager',
    '/people/:joan/duties/delegate',
    {},
    {
      ...{ task: 'tube-feeding', initials: 'MB', delegatedBy: 'Ruth Calder' },
      ...{ delegatedRole: 'Nurse', signedOn: '2026-06-01', reviewOn: '2026-12-01' },
    },
  ],
  ...(['take', 'close'] as const).map((act): [Who, string, Fields, Fields] => [
    'assessor',
    '/alerts/unconfirmed~:joan~:duty',
    { act },
    { reason: words, ownerId: ':joan', action: words, dueOn: day, outcome: words },
  ]),
  ['manager', '/cover', {}, { needs: 'dementia', service: ':service' }],
  [
    'manager',
    '/places/new',
    {},
    { name: 'One more', localEstId: 'L-9', locationId: '1-123456789' },
  ],
  ['manager', '/people/:leah/places', {}, { services: ':service', everywhere: '' }],
  ['manager', '/requirements/CWP-NTC', {}, { 'need-IP-01': '2', reason: words }],
  [
    'manager',
    '/people/:joan/training',
    {},
    { subject: 'medicines', kind: 'training', completedOn: '2026-01-01', expiresOn: '' },
  ],
  ['manager', '/people/:joan/training', { do: 'withdraw' }, { recordId: ':trained', why: words }],
  [
    'manager',
    '/training/import',
    { do: 'apply' },
    { text: 'user,subject,completed\njoan,Medicines,2026-01-01' },
  ],
  [
    'manager',
    '/training/import',
    {},
    { text: 'user,subject,completed\njoan,Medicines,2026-01-01' },
  ],
  ['manager', '/import', {}, { text: brought }],
  ['manager', '/import', { do: 'apply', 'same-2': 'new' }, { text: brought, category: 'CWP-NTC' }],
  ['assessor', '/people/:joan/supervision', {}, { onDay: day }],
  [
    'manager',
    '/people/:joan/supervision',
    { form: 'close' },
    { action: ':agreed', outcome: words },
  ],
  ['self', '/supervisions/:coming', { form: 'note' }, { words }],
  [
    'manager',
    '/supervisions/:coming',
    { form: 'agreed' },
    { ownerId: ':joan', action: words, dueOn: day },
  ],
  ['manager', '/supervisions/:coming', { form: 'close' }, { action: ':agreed', outcome: words }],
  ['manager', '/supervisions/:coming', { form: 'hold' }, {}],
  [
    'manager',
    '/people/:joan/witnesses',
    {},
    {
      ...{ relation: 'colleague', witness: 'cook', seenOn: '2026-01-01', words },
      'watch-IP-01': 'on',
    },
  ],
  [
    'assessor',
    '/people/:joan/certificate/8',
    { form: '8.1' },
    { words, observationId: ':seen', 'criterion-CC-8.1a': 'on', 'criterion-CC-8.2a': 'on' },
  ],
  ['assessor', '/people/:joan/certificate/8', { act: 'withdraw' }, { form: ':seen', words }],
  ...(['observe', 'discussion', 'debrief', 'play'] as const).map(
    (kind): [Who, string, Fields, Fields] => [
      'manager',
      '/people/:joan/arrange?competency=IP-03&level=2',
      { kind },
      {
        ...{ competency: 'IP-03', level: '2', attemptId: ':done', slug: 'morning-tablets' },
        ...{ who: ':joan', day },
      },
    ],
  ),
  [
    'manager',
    '/people/:joan/discuss',
    {},
    {
      ...{ corrects: '', competency: 'IP-03', level: '3', heldOn: '2026-01-01' },
      ...{ probed: words, shown: words, outcome: 'shown' },
    },
  ],
  [
    'self',
    '/people/:joan/accounts/new',
    {},
    {
      ...{ again: '', level: '2', happenedOn: '2026-01-01', words: `${words} ${words}` },
      ...{ 'about-1': 'IP-01', 'plain-x': 'on' },
    },
  ],
  ['manager', '/accounts/:account', {}, { answer: 'accept', words }],
  ['manager', '/marking/:wrote', {}, { 'mark-L3-S1': 'shown', 'reason-L3-S1': words }],
  ['manager', '/marking/:wrote', { form: 'talk' }, { heldOn: day, outcome: 'shown', words }],
  ['manager', '/calibration/hoist-with-one', {}, { entrustment: '4', words }],
  ...(['preview', 'adopt'] as const).map((step): [Who, string, Fields, Fields] => [
    'manager',
    '/policy/change',
    { step, basedOn: ':policy' },
    {
      ...{ reason: words, wordsHold: 'on', 'review.sooner.0.competency': 'IP-01' },
      ...{ 'review.sooner.0.months': '3', 'certainty.months': '12' },
    },
  ]),
  ['assessor', '/observations/:draft/sign', { act: 'keep' }, { seen: words, observedOn: day }],
];

/** What nobody means by any field. */
export const poorValues: string[] = [
  '',
  ' ',
  '\u0000',
  '-1',
  '9'.repeat(400),
  '1e999',
  'NaN',
  '0000-00-00',
  '2026-02-31',
  '9999-12-31',
  '+275760-09-13',
  'constructor',
  '__proto__',
  "'; DROP TABLE people; --",
  '=cmd|x!A1',
  '"\n"\r,;\t',
  '😀'.repeat(2500),
  'x'.repeat(60_000),
];

/** The bodies of a form with each field in turn spoilt, told twice, sent as a file or left out. */
export function* spoil(fixed: Fields, sound: Fields): Generator<[string, FormData]> {
  const fill = (fields: Fields) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return form;
  };
  for (const name of Object.keys(sound)) {
    for (const value of poorValues)
      yield [`${name} ${value.slice(0, 20)}`, fill({ ...fixed, ...sound, [name]: value })];
    const rest = Object.fromEntries(Object.entries(sound).filter(([one]) => one !== name));
    yield [`no ${name}`, fill({ ...fixed, ...rest })];
    const twice = fill({ ...fixed, ...sound });
    twice.append(name, 'b');
    yield [`${name} twice`, twice];
    const file = fill({ ...fixed, ...rest });
    file.append(name, new File(['PK'], 'a.csv'));
    yield [`${name} as a file`, file];
  }
  const odd = fill({ ...fixed, ...sound });
  odd.append('formId', 'x'.repeat(500));
  yield ['an odd formId', odd];
}
