import type { PageAnswers } from './answers.ts';

export const policy: PageAnswers = {};
