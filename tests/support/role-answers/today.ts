import type { PageAnswers } from './answers.ts';

export const today: PageAnswers = {};
