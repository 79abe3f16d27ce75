import { managers, observers, record, signedIn, type PageAnswers } from './answers.ts';

export const risk: PageAnswers = {
  'requirements/index.astro': [['/requirements', observers]],
  'requirements/[category].astro': [
    ['/requirements/CWP-NTC', managers],
    ['/requirements/CWP-NIL', signedIn(404)],
    ['/requirements/constructor', signedIn(404)],
  ],
  'alerts/index.astro': [['/alerts', observers]],
  'alerts/[key].astro': [
    // Joan carries the hoist, and what that rests on is not confirmed.
    ['/alerts/unconfirmed~:joan~:duty', observers],
    ['/alerts/unconfirmed~:joan~constructor', signedIn(404)],
    ['/alerts/nothing', signedIn(404)],
  ],
  'cover.astro': [['/cover', observers]],
  'people/[personId]/duties/index.astro': [
    ['/people/:joan/duties', record],
    ['/people/nobody/duties', signedIn(404)],
  ],
  'people/[personId]/duties/delegate.astro': [
    ['/people/:joan/duties/delegate', managers],
    ['/people/nobody/duties/delegate', signedIn(404)],
  ],
};
