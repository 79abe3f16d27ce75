import type { Who } from './signed-in-cast.ts';

type Form = [path: string, fields: Record<string, string>, refused: Who[]];

/** Whose record a form is about that does not name them in its address; nobody's where it is empty. */
const subjects: Readonly<Record<string, string>> = {
  '/observations/:draft/sign': ':leah',
  '/observations/:seen': ':joan',
  '/attempts/:done/debrief': ':joan',
  '/supervisions/:coming': ':joan',
  '/training/import': ':joan',
  '/cover': '',
  '/requirements/CWP-NTC': '',
  '/places/new': '',
  '/tablets': '',
  '/places/:service': '',
};

/** Whose record a form is about, by the name that the cast knows them by. */
export const subjectOf = (path: string): string | undefined =>
  /^\/(?:people|alerts)\/[^:]*(:[a-z]+)/.exec(path)?.[1] ?? subjects[path];

/** Who may send what the others may not: a manager where one may. */
export const senderOf = (refused: readonly Who[]): Who =>
  (['manager', 'assessor', 'self'] as const).find((who) => !refused.includes(who))!;

/** Forms whose state does not let them be done, or that were done before: nothing is written. */
const notNow = [
  ['/observations/:draft/sign', 'discard'],
  ['/observations/:draft/sign', 'keep'],
  ['/team/new'],
  // It signs out whoever does it.
  ['/tablets/new'],
  ['/import'],
  ['/people/:joan/supervision', '2099-02-01'],
  ['/supervisions/:coming', 'hold'],
  ['/accounts/:account'],
  ['/marking/:wrote'],
  ['/calibration/hoist-with-one'],
  ['/policy/change'],
  ['/people/:gone/erase'],
  // It is in its worker's own chain.
  ['/api/attempts/:open/moves'],
];

const isNow = ([path, fields]: Form) =>
  !notNow.some(([at, said]) => at === path && (!said || Object.values(fields).includes(said)));

/** The forms that can be done one after the other: an alert is about a duty that ends further on. */
export const auditedForms = (forms: Form[]): Form[] =>
  forms
    .filter(isNow)
    .toSorted(([a], [b]) => Number(b.startsWith('/alerts')) - Number(a.startsWith('/alerts')));
