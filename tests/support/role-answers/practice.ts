import { record, signedIn, type PageAnswers } from './answers.ts';

export const practice: PageAnswers = {
  'people/[personId]/certificate/index.astro': [
    ['/people/:joan/certificate', record],
    ['/people/:joan/certificate?on=2026-01-01', record],
    ['/people/nobody/certificate', signedIn(404)],
  ],
  'people/[personId]/certificate/[standard].astro': [
    ['/people/:joan/certificate/8', record],
    ['/people/:joan/certificate/17', signedIn(404)],
    ['/people/:joan/certificate/constructor', signedIn(404)],
  ],
  'people/[personId]/certificate/paper.astro': [
    ['/people/:joan/certificate/paper', record],
    ['/people/nobody/certificate/paper', signedIn(404)],
  ],
  'people/[personId]/readings.astro': [
    ['/people/:joan/readings', record],
    ['/people/nobody/readings', signedIn(404)],
  ],
  'people/[personId]/witnesses.astro': [
    ['/people/:joan/witnesses', record],
    ['/people/nobody/witnesses', signedIn(404)],
  ],
};
