import { observers, record, signedIn, type PageAnswers } from './answers.ts';

export const today: PageAnswers = {
  'today.astro': [['/today', observers]],
  'people/[personId]/arrange.astro': [
    ['/people/:joan/arrange?competency=IP-03&level=2', observers],
    ['/people/:joan/arrange?competency=constructor', signedIn(404)],
    ['/people/nobody/arrange?competency=IP-03', signedIn(404)],
  ],
  'people/[personId]/supervision.astro': [
    ['/people/:joan/supervision', record],
    ['/people/nobody/supervision', signedIn(404)],
  ],
  'people/[personId]/next-role.astro': [
    ['/people/:joan/next-role', record],
    ['/people/nobody/next-role', signedIn(404)],
  ],
  'supervisions/[supervisionId].astro': [
    ['/supervisions/:supervision', record],
    ['/supervisions/nothing', signedIn(404)],
  ],
};
