import { longWords as words } from './long-words.ts';
import type { Answers } from './role-answers/answers.ts';
import type { Who } from './signed-in-cast.ts';
import { staffFile } from './workforce-files.ts';

type Fields = Record<string, string>;
const brought = staffFile({
  LOCALESTID: 'LARK-HC',
  UNIQUEWORKERID: 'W-1',
  DISPLAYID: 'Nobody Yet',
});
const forManagers: Answers = ['/sign-in', 404, 404, 404, 400];
const forObservers: Answers = ['/sign-in', 404, 404, 400, 400];
const forNobody: Answers = ['/sign-in', 404, 404, 404, 404];

/** Forms of the rooms about assurance, sent poorly, with what each visitor is answered. */
export const poorlySent: [string, Fields, Answers][] = [
  ['/account/pin', { current: '' }, ['/sign-in', 422, 422, 422, 422]],
  ['/account/second-factor', { act: 'confirm', code: '123456' }, forNobody],
  ['/account/second-factor', { act: 'drop', code: '123456' }, ['/sign-in', 422, 422, 422, 422]],
  ['/sign-in/code', { code: '' }, ['/sign-in', '/', '/', '/', '/']],
  ['/tablet/join', {}, Array<string>(5).fill('/tablet')],
  ['/tablet/:joan', { pin: '' }, Array<string>(5).fill('/tablet')],
  ['/tablets', { tablet: 'nothing' }, forNobody],
  ['/tablets/new', { name: '' }, ['/sign-in', 404, 404, 404, 422]],
  ['/people/:joan/duties', { act: 'give', duty: '' }, forManagers],
  ['/people/:joan/duties', { act: 'end-duty', id: ':duty', why: '' }, forManagers],
  ['/people/:leah/duties', { act: 'end-duty', id: ':duty', why: 'Not hers.' }, forNobody],
  ['/people/:joan/duties', { act: 'end-task', id: ':duty', why: 'It is no task.' }, forNobody],
  ['/people/:joan/duties/delegate', { task: '' }, forManagers],
  ['/alerts/unconfirmed~:joan~:duty', { act: 'take', reason: '' }, forObservers],
  ['/alerts/unconfirmed~:joan~:duty', { act: 'close', outcome: '' }, forObservers],
  ['/cover', { needs: 'nothing' }, forManagers],
  ['/requirements/CWP-NTC', { reason: '' }, forManagers],
  ['/people/:joan/training', { subject: '' }, forManagers],
  [
    '/people/:leah/training',
    { do: 'withdraw', recordId: ':trained', why: 'It is not hers.' },
    forNobody,
  ],
  ['/training/import', { do: 'apply', text: '' }, forManagers],
  ['/import', { do: 'apply', text: 'user,subject\njoan,Medicines' }, forManagers],
  ['/people/:joan/supervision', { onDay: '' }, forObservers],
  ['/people/:joan/supervision', { form: 'close', action: ':agreed', outcome: '' }, forObservers],
  [
    '/people/:leah/supervision',
    { form: 'close', action: ':agreed', outcome: 'It is not hers.' },
    forNobody,
  ],
  [
    '/supervisions/:supervision',
    { form: 'note', words: 'Too late.' },
    ['/sign-in', '/supervisions/', 404, '/supervisions/', '/supervisions/'],
  ],
  ['/supervisions/:coming', { form: 'note', words: '' }, ['/sign-in', 400, 404, 400, 400]],
  ['/supervisions/:coming', { form: 'agreed', action: '' }, forObservers],
  // Only whoever opened it holds it, and not before what was agreed earlier has an outcome.
  ['/supervisions/:coming', { form: 'hold' }, forManagers],
  ['/people/:joan/witnesses', { words: '' }, forObservers],
  ['/people/:joan/certificate/8', { words: '' }, forObservers],
  [
    '/people/:joan/certificate/8',
    { act: 'withdraw', form: 'nothing', words: 'It was never given.' },
    forNobody,
  ],
  [
    '/people/:joan/arrange?competency=IP-03&level=2',
    { kind: 'observe', competency: 'IP-03', level: '2', day: '' },
    forObservers,
  ],
  ['/people/:joan/discuss', { competency: '' }, forObservers],
  ['/people/:joan/accounts/new', { words: '' }, ['/sign-in', 400, 404, 404, 404]],
  ['/accounts/:account', { answer: '' }, forObservers],
  ['/marking/:wrote', { 'mark-L3-S1': '' }, forObservers],
  // There is no second marking of it to talk about.
  ['/marking/:wrote', { form: 'talk' }, forNobody],
  // Both have rated it.
  [
    '/calibration/hoist-with-one',
    { entrustment: '' },
    ['/sign-in', 404, 404, '/calibration', '/calibration'],
  ],
  ['/people/:ravi/leave', { act: 'leave', leftOn: '2099-01-01', leftTime: '09:00' }, forManagers],
  // They are here.
  ['/people/:ravi/leave', { act: 'back' }, forNobody],
  ['/people/:ravi/erase', { name: 'Ravi Menon', reason: 'asked' }, forNobody],
  ['/people/:gone/erase', { name: 'Gone', reason: 'asked' }, forManagers],
  ['/people/:gone/erase', { name: 'Gone Away', reason: 'Her name is Gone Away.' }, forManagers],
  ['/policy/change', { step: 'preview', basedOn: ':policy' }, forManagers],
  ['/policy/change', { step: 'adopt', basedOn: '2020-01-01' }, ['/sign-in', 404, 404, 404, 409]],
];

/** The same, sent properly by those whose business it is not. */
export const properlySent = (today: string): [string, Fields, Who[]][] => [
  ['/tablets', { tablet: ':tablet' }, ['self', 'other', 'assessor', 'managerElsewhere']],
  ['/tablets/new', { name: 'Theirs', serviceId: ':service' }, ['self', 'other', 'assessor']],
  ['/people/:joan/duties', { act: 'give', duty: 'medicines-alone' }, ['self', 'other', 'assessor']],
  [
    '/people/:joan/duties',
    { act: 'end-duty', id: ':duty', why: 'It ends here.' },
    ['self', 'other', 'assessor'],
  ],
  [
    '/people/:joan/duties/delegate',
    {
      ...{ task: 'tube-feeding', initials: 'MB', delegatedBy: 'Ruth Calder' },
      ...{ delegatedRole: 'Nurse', signedOn: '2026-06-01', reviewOn: '2026-12-01' },
    },
    ['self', 'other', 'assessor'],
  ],
  ...(['take', 'close'] as const).map((act): [string, Fields, Who[]] => [
    '/alerts/unconfirmed~:joan~:duty',
    { act, reason: words, ownerId: ':joan', action: words, dueOn: '2099-01-01', outcome: words },
    ['self', 'other'],
  ]),
  ['/cover', { needs: 'dementia' }, ['self', 'other', 'assessor']],
  ['/requirements/CWP-NTC', { 'need-IP-01': '2', reason: words }, ['self', 'other', 'assessor']],
  [
    '/people/:joan/training',
    { subject: 'medicines', kind: 'training', completedOn: '2026-01-01', expiresOn: '' },
    ['self', 'other', 'assessor'],
  ],
  [
    '/people/:joan/training',
    { do: 'withdraw', recordId: ':trained', why: 'It was made in error.' },
    ['self', 'other', 'assessor'],
  ],
  [
    '/training/import',
    { do: 'apply', text: 'user,subject,completed\njoan,Medicines,2026-01-02' },
    ['self', 'other', 'assessor'],
  ],
  ['/import', { do: 'apply', text: brought }, ['self', 'other', 'assessor']],
  ['/people/:joan/supervision', { onDay: '2099-02-01' }, ['self', 'other']],
  [
    '/people/:joan/supervision',
    { form: 'close', action: ':agreed', outcome: words },
    ['self', 'other'],
  ],
  ['/supervisions/:coming', { form: 'note', words }, ['other']],
  [
    '/supervisions/:coming',
    { form: 'agreed', ownerId: ':joan', action: words, dueOn: '2099-01-01' },
    ['self', 'other'],
  ],
  ['/supervisions/:coming', { form: 'hold' }, ['self', 'other', 'assessor']],
  [
    '/people/:joan/witnesses',
    { relation: 'colleague', witness: 'cook', seenOn: today, words, 'watch-IP-01': 'on' },
    ['self', 'other'],
  ],
  ['/people/:joan/certificate/3', { words, 'criterion-CC-3.1a': 'on' }, ['self', 'other']],
  [
    '/people/:joan/arrange?competency=IP-03&level=2',
    { kind: 'observe', competency: 'IP-03', level: '2', day: '2099-01-01' },
    ['self', 'other'],
  ],
  [
    '/people/:joan/arrange?competency=IP-03&level=2',
    { kind: 'play', slug: 'morning-tablets', day: '2099-01-01' },
    ['self', 'other', 'assessor'],
  ],
  [
    '/people/:joan/discuss',
    {
      ...{ competency: 'IP-03', level: '3', heldOn: '2026-01-01' },
      ...{ probed: words, shown: words, outcome: 'shown' },
    },
    ['self', 'other'],
  ],
  [
    '/people/:joan/accounts/new',
    { level: '2', happenedOn: '2026-01-01', words: `${words} ${words}`, 'about-1': 'IP-01' },
    ['other', 'assessor', 'manager'],
  ],
  ['/accounts/:account', { answer: 'accept', words }, ['self', 'other']],
  ['/marking/:wrote', { 'mark-L3-S1': 'shown', 'reason-L3-S1': words }, ['self', 'other']],
  ['/calibration/hoist-with-one', { entrustment: '4', words }, ['self', 'other']],
  [
    '/policy/change',
    { step: 'adopt', basedOn: ':policy', reason: words, wordsHold: 'on' },
    ['self', 'other', 'assessor'],
  ],
  ['/observations/:draft/sign', { act: 'keep', seen: words }, ['self', 'other', 'manager']],
  [
    '/people/:ravi/leave',
    { act: 'leave', leftOn: today, leftTime: '00:00' },
    ['self', 'other', 'assessor', 'managerElsewhere'],
  ],
  ['/people/:gone/leave', { act: 'back' }, ['self', 'other', 'assessor', 'managerElsewhere']],
  [
    '/people/:gone/erase',
    { name: 'Gone Away', reason: 'asked' },
    ['self', 'other', 'assessor', 'managerElsewhere'],
  ],
];
