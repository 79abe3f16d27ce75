import { everyone, managers, signedIn, type PageAnswers } from './answers.ts';

/** Ways in: PINs, codes and shared tablets. */
export const access: PageAnswers = {
  'account/pin.astro': [['/account/pin', signedIn(200)]],
  'account/second-factor.astro': [['/account/second-factor', signedIn(200)]],
  // Nobody here has set an app up.
  'sign-in/code.astro': [['/sign-in/code', signedIn('/')]],
  'tablet/index.astro': [['/tablet', everyone(200)]],
  // Anywhere but on a shared tablet.
  'tablet/join.astro': [['/tablet/join', everyone('/tablet')]],
  'tablet/[personId].astro': [['/tablet/:joan', everyone('/tablet')]],
  'tablets/index.astro': [['/tablets', managers]],
  'tablets/new.astro': [['/tablets/new', managers]],
};
