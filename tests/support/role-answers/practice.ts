import type { PageAnswers } from './answers.ts';

export const practice: PageAnswers = {};
