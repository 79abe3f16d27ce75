import { managers, ownOnly, signedIn, type Answers, type PageAnswers } from './answers.ts';

/** Joan's own, and a manager's where she works. */
const ownOrManager: Answers = ownOnly.map((answer, at) => (at === 4 ? 200 : answer));

export const keeping: PageAnswers = {
  'people/[personId]/leave.astro': [
    ['/people/:joan/leave', managers],
    ['/people/nobody/leave', signedIn(404)],
  ],
  'people/[personId]/export/index.astro': [
    ['/people/:joan/export', ownOrManager],
    ['/people/nobody/export', signedIn(404)],
  ],
  'people/[personId]/export/record.html.ts': [['/people/:joan/export/record.html', ownOrManager]],
  'people/[personId]/export/record.json.ts': [['/people/:joan/export/record.json', ownOrManager]],
  'people/[personId]/erase.astro': [
    ['/people/:gone/erase', managers],
    // She has not left.
    ['/people/:joan/erase', signedIn(404)],
  ],
  'team/left.astro': [['/team/left', managers]],
  'retention.astro': [['/retention', managers]],
};
