import { managers, signedIn, type PageAnswers } from './answers.ts';

export const places: PageAnswers = {
  'places/index.astro': [['/places', managers]],
  'places/[serviceId].astro': [
    ['/places/new', managers],
    ['/places/:service', managers],
    ['/places/nowhere', signedIn(404)],
  ],
  'people/[personId]/places.astro': [
    ['/people/:joan/places', managers],
    ['/people/nobody/places', signedIn(404)],
  ],
};
