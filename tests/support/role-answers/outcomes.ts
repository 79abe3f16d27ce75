import type { PageAnswers } from './answers.ts';

export const outcomes: PageAnswers = {};
