import type { PageAnswers } from './answers.ts';

export const reasons: PageAnswers = {};
