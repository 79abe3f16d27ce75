import { observers, ownOnly, record, signedIn, type PageAnswers } from './answers.ts';

export const reasons: PageAnswers = {
  'marking/index.astro': [['/marking', observers]],
  'marking/[moveId].astro': [
    ['/marking/nothing', signedIn(404)],
    ['/marking/:wrote', observers],
  ],
  'people/[personId]/discussions.astro': [
    ['/people/:joan/discussions', record],
    ['/people/nobody/discussions', signedIn(404)],
  ],
  'people/[personId]/discuss.astro': [
    ['/people/:joan/discuss', observers],
    ['/people/:joan/discuss?corrects=nothing', signedIn(404)],
  ],
  'people/[personId]/accounts/index.astro': [
    ['/people/:joan/accounts', record],
    ['/people/nobody/accounts', signedIn(404)],
  ],
  'people/[personId]/accounts/new.astro': [
    ['/people/:joan/accounts/new', ownOnly],
    ['/people/:joan/accounts/new?again=nothing', signedIn(404)],
  ],
  'accounts/[accountId].astro': [
    ['/accounts/:account', record],
    ['/accounts/nothing', signedIn(404)],
  ],
};
