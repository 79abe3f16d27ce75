import { managers, observers, record, signedIn, type PageAnswers } from './answers.ts';

export const pack: PageAnswers = {
  'training/index.astro': [['/training', managers]],
  'training/import.astro': [['/training/import', managers]],
  'import.astro': [['/import', managers]],
  'targets.astro': [['/targets', observers]],
  'pack/index.astro': [['/pack', managers]],
  'pack/[table].csv.ts': [
    ['/pack/tasks.csv', managers],
    ['/pack/competence.csv?on=2026-01-01', managers],
    ['/pack/constructor.csv', signedIn(404)],
  ],
  'people/[personId]/training.astro': [
    ['/people/:joan/training', record],
    ['/people/nobody/training', signedIn(404)],
  ],
  'people/[personId]/pack/index.astro': [
    ['/people/:joan/pack', record],
    ['/people/:joan/pack?on=2026-01-01', record],
    ['/people/nobody/pack', signedIn(404)],
  ],
  'people/[personId]/pack/[table].csv.ts': [
    ['/people/:joan/pack/gaps.csv', record],
    ['/people/:joan/pack/nothing.csv', signedIn(404)],
    ['/people/nobody/pack/gaps.csv', signedIn(404)],
  ],
};
