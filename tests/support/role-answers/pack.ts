import type { PageAnswers } from './answers.ts';

export const pack: PageAnswers = {};
